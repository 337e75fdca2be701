/** Words about keeping and sending. */

/** What this screen runs on, for words such as "di HP ini". */
export type DeviceWord = 'phone' | 'laptop'

const here = (device: DeviceWord) => (device === 'phone' ? 'HP' : 'laptop')
const keepsNot = (device: DeviceWord) =>
  device === 'phone' ? 'HP ini belum bisa menyimpan.' : 'Laptop ini belum bisa menyimpan.'
const DONT_CLOSE = 'Jangan ditutup dulu.'
const safeHere = (device: DeviceWord, safe: boolean) =>
  safe ? `Aman di ${here(device)} ini.` : DONT_CLOSE

export const saveId = {
  label: {
    connecting: 'Menyambung',
    reconnecting: 'Menyambung lagi',
    stored: 'Tersimpan',
    sending: 'Sedang dikirim',
    offline: 'Menunggu sinyal',
    hereOnly: (device: DeviceWord, safe: boolean): string =>
      safe ? `Aman di ${here(device)} ini` : 'Belum tersimpan',
    crowded: 'Server sedang penuh',
    lacking: 'Belum lengkap',
    cannotKeep: 'Belum tersimpan',
    tooOld: 'Ada versi baru',
    closed: 'Link sudah diganti',
    full: 'Kanvas sudah penuh',
    stopped: 'Belum terkirim',
    readOnly: 'Hanya baca',
  },
  /** `safe`: what is written outlasts this page on this device, sent or not. */
  sentence: {
    connecting: (device: DeviceWord, safe: boolean): string =>
      safe
        ? `Sedang menyambung. Catatan aman di ${here(device)} ini.`
        : `Sedang menyambung. ${DONT_CLOSE}`,
    stored: (device: DeviceWord): string =>
      device === 'phone'
        ? 'Sudah terkirim. Aman walau HP hilang.'
        : 'Sudah terkirim. Aman walau laptop mati.',
    sending: (device: DeviceWord, safe: boolean): string =>
      safe ? `Sudah di ${here(device)} ini, sedang dikirim.` : `Sedang dikirim. ${DONT_CLOSE}`,
    offline: (count: number, device: DeviceWord, safe: boolean): string =>
      count === 0
        ? 'Semua catatan sudah terkirim. Sekarang menunggu sinyal.'
        : safe
          ? `${count} catatan aman di ${here(device)}, menunggu sinyal.`
          : `${count} catatan menunggu sinyal. ${DONT_CLOSE}`,
    serverFull: (device: DeviceWord, safe: boolean): string =>
      `${safeHere(device, safe)} Server belum bisa menyimpan.`,
    serverDamaged: (device: DeviceWord, safe: boolean): string =>
      `${safeHere(device, safe)} Kanvas ini rusak di server. Fasilitator bisa memulihkannya dari cadangan, caranya ada di README.`,
    crowded: (device: DeviceWord, safe: boolean): string =>
      `${safeHere(device, safe)} Server sedang penuh, nanti dicoba lagi sendiri.`,
    lacking:
      'Sebagian isi kanvas ini hilang di server. HP atau laptop yang masih menyimpannya akan mengembalikannya.',
    cannotKeep: `Belum tersimpan. ${DONT_CLOSE}`,
    tooOld: (device: DeviceWord, safe: boolean): string =>
      safe
        ? `Aman di ${here(device)} ini. Perbarui supaya terkirim.`
        : `${keepsNot(device)} Salin dulu yang belum terkirim.`,
    newerCanvas: 'Kanvas ini ditulis versi yang lebih baru. Perbarui dulu.',
    closed: (device: DeviceWord, safe: boolean): string =>
      `${safeHere(device, safe)} Minta link baru ke fasilitator.`,
    full: (device: DeviceWord, safe: boolean): string =>
      `${safeHere(device, safe)} Pendekkan catatan yang panjang, lalu coba lagi.`,
    stopped: (device: DeviceWord, safe: boolean): string =>
      safe
        ? `Aman di ${here(device)} ini. Buka lagi supaya terkirim.`
        : `${keepsNot(device)} Salin dulu yang belum terkirim.`,
    readOnly: 'Link ini hanya untuk melihat.',
  },
  /** What happened, then what is safe and what to do. */
  banner: {
    offline: (device: DeviceWord, safe: boolean): [string, string] => [
      'Sinyal hilang.',
      !safe
        ? `${keepsNot(device)} ${DONT_CLOSE}`
        : device === 'phone'
          ? 'Silakan terus menulis, semua tersimpan di HP.'
          : 'Silakan terus menulis, semua tersimpan di laptop ini.',
    ],
    serverFull: (device: DeviceWord, safe: boolean): [string, string] => [
      'Server belum bisa menyimpan.',
      device === 'laptop'
        ? 'Mungkin ruang simpannya penuh. Periksa laptop servernya, lalu coba lagi.'
        : safe
          ? 'Silakan terus menulis.'
          : DONT_CLOSE,
    ],
    serverDamaged: (device: DeviceWord, safe: boolean): [string, string] => [
      'Kanvas ini rusak di server.',
      `${safeHere(device, safe)} ${
        device === 'laptop'
          ? 'Fasilitator bisa memulihkan cadangan (lihat README).'
          : 'Beri tahu fasilitator, supaya cadangan dipulihkan.'
      }`,
    ],
    crowded: (_device: DeviceWord, safe: boolean): [string, string] => [
      'Server sedang penuh.',
      safe ? 'Silakan terus menulis, nanti dikirim sendiri.' : DONT_CLOSE,
    ],
    lacking: (): [string, string] => [
      'Sebagian isi kanvas ini hilang di server.',
      'Buka kanvas ini di HP atau laptop lain yang pernah memakainya, supaya isinya kembali.',
    ],
    cannotKeep: (device: DeviceWord): [string, string] => [keepsNot(device), DONT_CLOSE],
    tooOld: (device: DeviceWord, safe: boolean): [string, string] => [
      'Perbarui dulu',
      !safe
        ? 'supaya catatan terkirim. Salin dulu yang belum terkirim.'
        : device === 'phone'
          ? 'supaya catatan terkirim.'
          : 'supaya catatan terkirim. Semua tetap aman di laptop ini.',
    ],
    newerCanvas: (): [string, string] => [
      'Perbarui dulu.',
      'Kanvas ini ditulis versi yang lebih baru.',
    ],
    closed: (device: DeviceWord, safe: boolean): [string, string] => [
      'Link ini sudah diganti.',
      `Minta link baru ke fasilitator. ${safe ? `Catatan aman di ${here(device)} ini.` : DONT_CLOSE}`,
    ],
    full: (): [string, string] => [
      'Tulisan di kanvas ini terlalu banyak.',
      'Pendekkan catatan yang panjang, lalu coba lagi.',
    ],
    stopped: (device: DeviceWord, safe: boolean): [string, string] => [
      'Belum terkirim.',
      safe
        ? `Catatan aman di ${here(device)} ini. Buka lagi kanvas ini.`
        : 'Salin dulu yang penting, lalu buka lagi kanvas ini.',
    ],
  },
  update: 'Perbarui',
}
export type SaveMessages = typeof saveId
