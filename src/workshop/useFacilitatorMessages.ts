import { facilitatorEn } from '../i18n/facilitator.en.ts'
import type { FacilitatorMessages } from '../i18n/facilitator.id.ts'
import { facilitatorId } from '../i18n/facilitator.id.ts'
import { useLanguage } from '../i18n/useMessages.ts'

/** The facilitators' own catalogue; it comes with their screens, both languages at once. */
export const useFacilitatorMessages = (): FacilitatorMessages =>
  useLanguage().language === 'en' ? facilitatorEn : facilitatorId
