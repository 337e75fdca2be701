/** Join codes: a word from the kitchen and two digits. Everybody in the hall can spell one after hearing it once. */
import type { RandomBytes } from '../src/model/ids.ts'
import type { JoinCode } from '../src/protocol/joinCode.ts'

/** 4 to 6 letters, written as they are said. */
export const KITCHEN_WORDS: readonly string[] = `
  BAKSO SOTO TEMPE RAWON SATE PECEL GUDEG RUJAK LUMPIA SAMBAL OPOR GULAI LODEH URAP PEPES
  BOTOK TUMIS RISOL DONAT KLEPON CENIL LUPIS ONDE APEM KOLAK CENDOL DAWET JAMU TEBU KOPI SUSU
  MADU GULA GARAM MERICA JAHE KUNYIT SEREH PANDAN KEMIRI LAOS CABAI TOMAT TERONG TAUGE BAYAM
  TIMUN LABU JAGUNG NANGKA SALAK DUKU MANGGA PISANG JERUK NANAS SIRSAK KELAPA BERAS KETAN ROTI
  TELUR IKAN UDANG CUMI TERI PANCI WAJAN TUNGKU SENDOK GARPU PIRING GELAS TEKO CEREK KENDI
  NASI BUBUR PETIS KECAP TERASI SANTAN EMPING KUPANG CILOK TAHU BALADO KUAH
`
  .trim()
  .split(/\s+/)

/** Any of some thousands; whether it is free is the store's knowledge. */
export function randomJoinCode(randomBytes: RandomBytes): JoinCode {
  const [high = 0, low = 0, digits = 0] = randomBytes(3)
  const word = KITCHEN_WORDS[(high * 256 + low) % KITCHEN_WORDS.length]
  return `${word}${String(digits % 100).padStart(2, '0')}` as JoinCode
}
