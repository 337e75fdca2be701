/** What kind of business a member's own name for it speaks of, so that examples begin with what is theirs. */
import type { BusinessKind } from '../i18n/zones.id.ts'

/** In this order: "toko kue" sells food, and "jahit tas" is a service. Whole words, Indonesian and English. */
const WORDS: readonly (readonly [BusinessKind, RegExp])[] = [
  [
    'food',
    word(
      'keripik|kripik|kerupuk|krupuk|camilan|cemilan|makan|makanan|minum|minuman|kuliner|katering|catering|kue|roti|donat' +
        '|tahu|tempe|sempol|bakso|mie|nasi|soto|sate|pecel|rujak|sambal|jajan|jajanan|jus|kopi|teh|es|susu|jamu|dapur|resto' +
        '|restoran|snacks?|food|drinks?|cakes?|bakery|bread|juice|coffee|kitchen|crisps|crackers',
    ),
  ],
  [
    'service',
    word(
      'jasa|layanan|servis|service|services|jahit|menjahit|penjahit|jahitan|permak|tailor|tailoring|sewing|laundry|cuci' +
        '|salon|cukur|pangkas|barber|rias|pijat|bengkel|tambal|reparasi|repairs?|desain|design|percetakan|printing|fotokopi' +
        '|photocopy|foto|fotografi|photo|ojek|travel|sewa|rental|les|kursus|bimbel|courses?',
    ),
  ],
  [
    'craft-retail',
    word(
      'kerajinan|kriya|crafts?|handmade|batik|tenun|anyaman|rajut|rajutan|bordir|sulam|gerabah|keramik|mebel|furnitur' +
        '|ukir|ukiran|tas|sepatu|sandal|aksesoris|suvenir|souvenirs?|konveksi|busana|baju|pakaian|hijab|butik|fashion' +
        '|toko|kelontong|sembako|kios|grosir|shop|store|grocery|retail',
    ),
  ],
]

/** Null where its name tells nothing. */
export const kindOfBusiness = (business: string): BusinessKind | null =>
  WORDS.find(([, words]) => words.test(business))?.[0] ?? null

function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
}
