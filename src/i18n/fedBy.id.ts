/** Why a block feeds a quadrant: what of it is worth taking there. */
import type { FED_BY, QuadrantId } from '../model/zones.ts'

export type FedByMessages = {
  readonly [Quadrant in QuadrantId]: Readonly<Record<(typeof FED_BY)[Quadrant][number], string>>
}
export const fedById: FedByMessages = {
  strengths: {
    'value-propositions': 'Pembeda yang dipuji pembeli adalah kekuatan.',
    'key-resources': 'Resep, alat, dan keahlian yang jarang dimiliki.',
    'key-activities': 'Pekerjaan yang dikerjakan lebih baik atau lebih cepat.',
    'customer-relationships': 'Langganan yang setia.',
  },
  weaknesses: {
    'key-resources': 'Alat, tenaga, atau keahlian yang belum cukup.',
    'key-activities': 'Pekerjaan yang sering tersendat.',
    'cost-structure': 'Biaya bocor atau belum dicatat.',
    channels: 'Jangkauan yang masih sempit.',
  },
  opportunities: {
    'customer-segments': 'Pembeli baru yang mulai terlihat.',
    channels: 'Tempat atau cara jual baru.',
    'key-partners': 'Orang yang mau diajak kerja sama.',
    'value-propositions': 'Selera baru yang cocok dengan jualan.',
  },
  threats: {
    'key-partners': 'Bergantung pada satu pemasok atau satu tempat titip.',
    'customer-segments': 'Pembeli yang bisa pindah.',
    'cost-structure': 'Bahan yang harganya naik turun.',
    'revenue-streams': 'Uang masuk dari satu sumber saja.',
  },
}
