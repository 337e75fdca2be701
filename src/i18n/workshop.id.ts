/** Words of what surrounds a member's canvas: start, join, links, my canvases. Facilitators' screens bring their own. */
import { headNumberId } from './headNumber.ts'

type Device = 'phone' | 'laptop'
const here = (device: Device): string => (device === 'phone' ? 'di HP ini' : 'di laptop ini')

export const workshopId = {
  landing: {
    title: ['Kanvas usaha,', 'disusun bersama.'] as readonly [string, string],
    lead: 'Pemilik usaha menulis dari HP masing-masing. Anda melihat semua kanvas, mendampingi satu per satu, lalu mencetaknya.',
    create: 'Buat workshop',
    createHint: 'Untuk dosen dan pendamping',
    tryExample: 'Coba contoh',
    tryExampleHint: 'Sebelas usaha, bukan data',
    haveCode: 'Punya kode atau link?',
    enterCode: 'Masukkan kode atau link',
    join: 'Gabung',
    haveQr: 'Punya kode QR? Buka kamera HP.',
    facts: ['Tidak perlu daftar', 'Jalan tanpa internet', 'Hemat kuota'] as readonly string[],
    comeBack: 'Masuk lagi',
    artFacilitator: 'Bu Sesilya',
    artMember: 'Bu Yuliana',
    artWrite: 'Tulis catatan',
  },
  sample: {
    making: 'Menyiapkan contoh',
    makingHint: 'Salinan untuk Anda sendiri. Bebas dicoba.',
  },
  codeField: {
    example: 'BAKSO 47',
    empty: 'Tulis dulu kodenya, misalnya BAKSO 47.',
    notACode: 'Kode itu satu kata dan dua angka, seperti BAKSO 47.',
  },
  mine: {
    title: (device: Device): string => `Kanvas ${here(device)}`,
    open: 'Buka kanvas saya',
    openShort: 'Buka',
    alsoHere: (device: Device): string =>
      device === 'phone' ? 'Ikut memakai HP ini' : 'Ikut memakai laptop ini',
    workshops: 'Workshop Anda',
    openWorkshop: 'Buka workshop',
    joinWithCode: 'Gabung dengan kode',
    stored: 'Tersimpan',
    waiting: (count: number): string => `Menunggu sinyal · ${count} catatan`,
    writtenToday: (time: string): string => `Ditulis hari ini ${time}`,
    writtenYesterday: 'Ditulis kemarin',
    writtenOn: (day: string): string => `Ditulis ${day}`,
    nothingYet: 'Belum ada catatan',
    linkReplaced: 'Link sudah diganti',
    optionsOf: (name: string): string => `Pilihan kanvas ${name}`,
    forget: (device: Device): string =>
      device === 'phone' ? 'Lupakan dari HP ini' : 'Lupakan dari laptop ini',
    forgetHint: 'Di server tetap ada.',
    forgetQuestion: (name: string, device: Device): string =>
      `Lupakan ${name} ${device === 'phone' ? 'dari HP ini' : 'dari laptop ini'}?`,
    forgetStored:
      'Semua catatan tetap ada di server. Untuk membukanya lagi perlu link dari fasilitator.',
    forgetWaiting: (count: number): string =>
      `${headNumberId(count)} catatan belum terkirim dan akan hilang. Sambungkan internet dulu supaya terkirim.`,
    forgetKey:
      'Tanpa link fasilitator, workshop ini tidak bisa dibuka lagi dari sini. Simpan dulu linknya.',
    forgetYes: 'Lupakan',
    empty: 'Belum ada kanvas di sini',
    emptyHint: 'Buka link dari fasilitator, atau masukkan kode gabung.',
    notKeeping: (device: Device): string =>
      `${device === 'phone' ? 'HP' : 'Laptop'} ini belum bisa menyimpan. Simpan link Bapak/Ibu baik-baik.`,
  },
  join: {
    find: 'Cari nama Bapak/Ibu',
    typeName: 'Ketik nama',
    inside: (count: number): string => `${headNumberId(count)} nama sudah di dalam.`,
    notListed: 'Nama belum ada? Minta link ke fasilitator.',
    nobodyMatches: (typed: string, taken: number): string =>
      taken === 0
        ? `Belum ada nama “${typed}”.`
        : `Tidak ada “${typed}” di antara nama yang belum masuk. Kalau sudah pernah masuk, buka lagi di HP yang sama, atau minta link ke fasilitator.`,
    everybodyInside: 'Semua nama sudah di dalam',
    everybodyInsideHint: 'Kalau belum masuk, minta link ke fasilitator.',
    noName: 'Nama belum ditulis',
    confirm: 'Ini Bapak/Ibu?',
    yes: 'Ya, ini saya',
    no: 'Bukan saya',
    opening: 'Membuka kanvas',
    taken: (name: string): string =>
      `${name} baru saja dipilih orang lain. Pilih nama lain, atau minta link ke fasilitator.`,
    codeUnknown: 'Kode ini belum cocok',
    codeUnknownHint: 'Mungkin sudah diganti atau ditutup. Lihat lagi layar depan.',
    tooMany: 'Terlalu banyak percobaan',
    tooManyHint: (seconds: number): string => `Tunggu ${seconds} detik, lalu coba lagi.`,
    offlineHint: 'Periksa Wi-Fi atau internet, lalu coba lagi.',
    looking: 'Mencari daftar nama',
  },
  link: {
    opening: 'Membuka kanvas',
    openingWorkshop: 'Membuka workshop',
    welcome: (name: string): string => `Selamat datang, ${name}.`,
    welcomeNameless: 'Selamat datang.',
    oldLink: 'Link lama',
    newLink: 'Link baru',
    thisLink: 'Link ini',
    notDevice: (device: Device): string => (device === 'phone' ? 'HP ini' : 'Laptop ini'),
    incomplete: 'Link ini belum lengkap',
    incompleteWhy: 'Ujungnya terpotong waktu disalin.\nItu biasa terjadi.',
    incompleteSteps: [
      'Buka pesan dari fasilitator',
      'Tekan linknya, tidak perlu disalin',
    ] as readonly string[],
    openWhatsApp: 'Buka WhatsApp',
    enterCodeInstead: 'Masukkan kode saja',
    unknown: 'Link ini belum dikenal',
    unknownWhy: 'Mungkin dari server lain, atau ada huruf yang berubah.',
    unknownSteps: [
      'Buka lagi pesan dari fasilitator',
      'Masih sama? Minta link baru',
    ] as readonly string[],
    revoked: 'Link ini sudah diganti',
    revokedWhy: 'Minta link baru ke fasilitator.\nCatatan tetap ada.',
    revokedForFacilitator:
      'Link fasilitator ini sudah dicabut. Minta yang baru ke fasilitator lain.',
    unsentSafe: (count: number, device: Device): string =>
      `${headNumberId(count)} catatan yang belum terkirim tetap aman ${here(device)}.`,
    allSent: 'Semua catatan sudah terkirim dan tetap ada.',
    askForLink: 'Minta lewat WhatsApp',
    askMessage: (name: string, title: string): string =>
      `Saya ${name} dari ${title}. Link kanvas saya sudah diganti. Boleh minta link baru?`,
    seeHere: (device: Device): string => `Lihat kanvas ${here(device)}`,
    offline: 'Belum tersambung',
    offlineWhy: {
      canvas: (device: Device): string =>
        `Kanvas ini belum pernah dibuka ${here(device)}. Sambungkan ke Wi-Fi atau internet dulu.`,
      workshop: (device: Device): string =>
        `Workshop ini belum pernah dibuka ${here(device)}. Sambungkan ke Wi-Fi atau internet dulu.`,
      page: (_device: Device): string =>
        'Halaman ini belum termuat. Sambungkan ke Wi-Fi atau internet dulu.',
    },
    outdated: 'Ada versi baru',
    outdatedWhy: 'Perbarui dulu supaya catatan terkirim. Semua tetap aman.',
    update: 'Perbarui',
    missing: 'Kanvas ini belum ditemukan',
    missingWhy: 'Buka lagi lewat link dari fasilitator.',
    workshopNotHere: 'Workshop ini belum dibuka di sini',
    workshopNotHereWhy: 'Buka dengan link fasilitator, atau tempelkan link itu di bawah ini.',
    pasteLink: 'Link atau kode',
    serverTrouble: 'Belum bisa dibuka',
  },
  canvas: {
    allCanvases: 'Semua kanvas',
    print: 'Cetak kanvas',
    printLoading: 'Menyiapkan halaman cetak',
    printOutdated: 'Ada versi baru. Perbarui dulu, lalu cetak.',
    printOffline: 'Halaman cetak belum termuat. Sambungkan internet, lalu coba lagi.',
  },
  trouble: {
    offline: 'Belum tersambung. Periksa Wi-Fi atau internet, lalu coba lagi.',
    serverFull: 'Server belum bisa menyimpan. Mungkin ruang simpannya penuh.',
    damaged: {
      canvas: 'Kanvas ini rusak di server.',
      workshop: 'Workshop ini rusak di server.',
      forFacilitator: 'Pulihkan dari cadangan di laptop servernya, caranya ada di README.',
      forOthers: 'Beri tahu fasilitator, supaya cadangannya dipulihkan.',
    },
    tooManyTries: (seconds: number): string => `Terlalu sering. Coba lagi ${seconds} detik lagi.`,
    crowded: 'Server sedang penuh. Nanti dicoba lagi sendiri.',
    tooManyMembers: 'Workshop ini sudah berisi anggota sebanyak yang bisa ditampung.',
    tooLarge: 'Terlalu banyak sekaligus. Persingkat, lalu coba lagi.',
    linkGone: 'Link ini sudah diganti. Minta yang baru ke fasilitator.',
    notAllowed: 'Link ini tidak boleh melakukan itu. Pakai link fasilitator.',
    gone: 'Yang dicari sudah tidak ada. Muat ulang halaman ini.',
    outdated: 'Halaman ini dan server tidak saling mengerti. Muat ulang halaman ini.',
    other: 'Ada gangguan di server. Coba lagi sebentar.',
  },
}
export type WorkshopMessages = typeof workshopId
