/** Words on paper and in the print dialog. Loaded with it; whoever prints in a worker loads them there. */
import { headNumberId } from './headNumber.ts'
import { sheetId } from './sheet.id.ts'

export const printId = {
  page: {
    ...sheetId,
    bmc: 'Business Model Canvas',
    swot: 'SWOT',
    tows: 'Strategi (TOWS)',
    /** The head of a page with what did not fit. */
    continued: (zones: readonly string[]): string => `Lanjutan: ${zones.join(', ')}`,
    continuedZone: 'Lanjutan',
    finding: 'Temuan baru',
    /** The strategy that is done first. */
    thisWeek: 'Minggu ini',
    towsHint: 'Tiap strategi mempertemukan satu catatan di atas dan satu catatan di kiri.',
    /** Before what a workshop calls its colours. */
    legend: 'Arti warna',
    example: 'Contoh',
    /** Where the rest of a zone is: whole notes, and the end of one that was begun here. */
    restOnPage: (notes: number, isBegun: boolean, page: number): string => {
      if (!isBegun) return `${notes} catatan lagi di halaman ${page}`
      const more = notes > 0 ? ` (+${notes} catatan)` : ''
      return `Lanjut di halaman ${page}${more}`
    },
    /** Under and above the parts of a note that was too long for one column. */
    cutBelow: 'bersambung',
    cutAbove: 'sambungan',
    attribution: 'Business Model Canvas: Strategyzer AG, CC BY-SA 3.0 · strategyzer.com',
    number: (page: number, pages: number): string => `${page} / ${pages}`,
    canvasOf: (names: readonly string[]): string => ['Kanvas', names.join(' - ')].join(' ').trim(),
  },
  dialog: {
    title: 'Cetak kanvas',
    close: 'Tutup',
    back: 'Kembali ke kanvas',
    pages: 'Halaman',
    empty: 'masih kosong',
    summary: (pages: number, size: string): string => `${pages} halaman · A4 mendatar · ${size}`,
    kilobytes: (count: string): string => `${count} KB`,
    choosePage: 'Pilih satu halaman dulu.',
    download: 'Unduh PDF',
    share: 'Kirim atau simpan PDF',
    downloaded: 'Lihat di folder Unduhan. Belum ada? Buka halaman ini di Chrome.',
    preparing: 'Menyiapkan halaman',
    preparingPage: (page: number, pages: number): string =>
      `Menyiapkan halaman ${page} dari ${pages}`,
    failed: 'Bagian cetak belum terbuka',
    failedHint: 'Catatan tetap aman. Sambungkan internet, lalu coba lagi.',
    broken: 'PDF belum jadi',
    brokenHint: 'Catatan tetap aman. Coba lagi sebentar lagi.',
    tryAgain: 'Coba lagi',
    preview: (page: string, at: number, of: number): string => `${page}, halaman ${at} dari ${of}`,
    pageAt: (at: number, of: number): string => `${at} dari ${of}`,
    previousPage: 'Halaman sebelumnya',
    nextPage: 'Halaman berikutnya',
    missing: (count: number): string => `${headNumberId(count)} tanda belum ada di huruf cetak`,
    missingHint: 'Dicetak sebagai kotak kecil.',
    moreSigns: (count: number): string => `+${count} lagi`,
    inHead: 'di kepala halaman',
    edit: 'Ubah',
    editNote: (text: string): string => `Ubah catatan ${text}`,
  },
}
export type PrintMessages = typeof printId
export type PageMessages = PrintMessages['page']
