import type { SheetMessages } from './sheet.id.ts'

export const sheetEn: SheetMessages = {
  exampleNotData: 'Example, not data',
  trayHint: 'Notes that do not have a place yet',
  originGone: 'The original was deleted',
  helps: 'Helps',
  hinders: 'Hinders',
  inside: 'From inside the business',
  outside: 'From outside the business',
}
