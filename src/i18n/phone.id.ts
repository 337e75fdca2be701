/** Words of the canvas on a phone only. */
export const phoneId = {
  /** The way to the zones before and behind this one. */
  around: 'Kotak sebelum dan sesudahnya',
  swipe: 'geser',
  turn: (turn: number, all: number): string => `${turn}/${all}`,

  selection: {
    bar: 'Untuk catatan yang dipilih',
    count: (count: number): string => (count === 0 ? 'Tekan catatan' : `${count} dipilih`),
    stop: 'Batal pilih',
    select: (note: string): string => `Pilih: ${note}`,
  },

  move: {
    several: (count: number): string => `${count} catatan`,
    copyTo: (tab: string): string => `Salin ke ${tab}…`,
    /** Over the map of another tab: nothing is taken away there. */
    copyGoes: (tab: string): string => `Disalin ke sini. Aslinya tetap di ${tab}.`,
    back: 'Lepas di sini untuk batal',
  },

  take: {
    open: 'Ambil dari kanvas',
    hint: 'Tekan catatan. Aslinya tetap di BMC.',
    here: 'Sudah di sini',
    done: 'Sudah ditaruh.',
    takeNote: (note: string): string => `Ambil: ${note}`,
    others: 'Kotak lain',
    nothing: 'Kanvas BMC masih kosong. Isi dulu di sana.',
  },

  strategy: {
    /** A cell by the letters of its pair, where its whole name is too long. */
    cell: (letters: string): string => `Strategi ${letters}`,
    pair: 'Pasangan',
    pairHint: 'Tekan satu di kiri, satu di kanan. Lalu tulis langkahnya.',
    write: 'Tulis langkah',
  },
}
export type PhoneMessages = typeof phoneId
