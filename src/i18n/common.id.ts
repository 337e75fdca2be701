/** Words that more than one part of the product needs. */
import { sheetId } from './sheet.id.ts'

export const commonId = {
  appName: 'Guyub',
  chooseLanguage: 'Pilih bahasa',
  close: 'Tutup',
  cancel: 'Batal',
  save: 'Simpan',
  back: 'Kembali',
  more: 'Lainnya',
  tryAgain: 'Coba lagi',
  tryNow: 'Coba sekarang',
  undo: 'Urungkan',
  redo: 'Ulangi',
  loading: 'Tunggu sebentar',
  exampleNotData: sheetId.exampleNotData,
  looks: {
    title: 'Tampilan dan huruf',
    theme: 'Tampilan',
    themes: { light: 'Terang', dark: 'Gelap' },
    asDevice: (device: 'phone' | 'laptop'): string =>
      device === 'phone' ? 'Ikut HP' : 'Ikut laptop',
    text: 'Ukuran huruf',
    texts: { normal: 'Biasa', large: 'Besar', largest: 'Paling besar' },
  },
  somethingWrong: 'Ada gangguan di layar ini',
  somethingWrongHint: 'Catatan tetap aman. Buka lagi halaman ini.',
  reload: 'Buka lagi',
  noName: 'Belum ada nama',
  facilitator: 'Fasilitator',
  role: {
    facilitator: 'Fasilitator',
    mentor: 'Pendamping',
    member: 'Anggota',
    viewer: 'Penonton',
  },
  tick: {
    unkept: 'Belum tersimpan',
    kept: (device: 'phone' | 'laptop'): string =>
      device === 'phone' ? 'Tersimpan di HP ini' : 'Tersimpan di laptop ini',
    stored: 'Sudah terkirim',
  },
  colours: {
    kunyit: 'kunyit',
    jingga: 'jingga muda',
    bata: 'merah bata',
    jambu: 'merah jambu',
    ungu: 'ungu muda',
    langit: 'biru langit',
    toska: 'toska',
    daun: 'hijau daun',
    susu: 'cokelat susu',
  },
}
export type CommonMessages = typeof commonId
