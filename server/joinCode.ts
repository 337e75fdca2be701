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
  const bytes = randomBytes(4)
  // Of one byte, endings up to 55 would come half as often again as the others: somebody who guesses would begin there.
  const of = (count: number, [high = 0, low = 0]: Uint8Array) => (high * 256 + low) % count
  const word = KITCHEN_WORDS[of(KITCHEN_WORDS.length, bytes)]
  return `${word}${String(of(100, bytes.subarray(2))).padStart(2, '0')}` as JoinCode
}
