/** Both languages' print words: they arrive with the print part, on the page and in the worker alike. */
import { printEn } from '../i18n/print.en.ts'
import type { PrintMessages } from '../i18n/print.id.ts'
import { printId } from '../i18n/print.id.ts'
import type { Language } from '../model/workshop.ts'

export const printMessages = (language: Language): PrintMessages =>
  language === 'id' ? printId : printEn
