/** What kind of business a member's own name for it speaks of, so that examples begin with what is theirs. */
import type { BusinessKind } from '../i18n/zones.id.ts'

/** In this order: "toko kue" sells food, and "jahit tas" is a service. Whole words, Indonesian and English. */
const WORDS: readonly (readonly [BusinessKind, string])[] = [
  [
    'food',
    `keripik kripik kerupuk krupuk camilan cemilan makan makanan minum minuman kuliner katering catering
      kue roti donat tahu tempe sempol bakso mie nasi soto sate pecel rujak sambal jajan jajanan jus kopi
      teh es susu jamu dapur resto restoran snack snacks food drink drinks cake cakes bakery bread juice
      coffee kitchen crisps crackers`,
  ],
  [
    'service',
    `jasa layanan servis service services jahit menjahit penjahit jahitan permak tailor tailoring sewing
      laundry cuci salon cukur pangkas barber rias pijat bengkel tambal reparasi repair repairs desain
      design percetakan printing fotokopi photocopy foto fotografi photo ojek travel sewa rental les
      kursus bimbel course courses`,
  ],
  [
    'craft-retail',
    `kerajinan kriya craft crafts handmade batik tenun anyaman rajut rajutan bordir sulam gerabah keramik
      mebel furnitur ukir ukiran tas sepatu sandal aksesoris suvenir souvenir souvenirs konveksi busana
      baju pakaian hijab butik fashion toko kelontong sembako kios grosir shop store grocery retail`,
  ],
]

const KINDS = new Map(
  WORDS.flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
)

/** Null where its name tells nothing. */
export function kindOfBusiness(business: string): BusinessKind | null {
  const said = business.toLowerCase().split(/[^\p{L}]+/u)
  const kinds = new Set(said.map((word) => KINDS.get(word)))
  return WORDS.find(([kind]) => kinds.has(kind))?.[0] ?? null
}
