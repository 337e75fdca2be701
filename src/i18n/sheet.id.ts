/** Words that stand on a canvas itself: the same on screen and on paper. */
export const sheetId = {
  exampleNotData: 'Contoh, bukan data',
  trayHint: 'Catatan yang belum tahu tempatnya',
  /** Under a note whose original was removed. */
  originGone: 'Aslinya sudah dihapus',
  helps: 'Membantu',
  hinders: 'Menghambat',
  inside: 'Dari dalam usaha',
  outside: 'Dari luar usaha',
}
export type SheetMessages = typeof sheetId
