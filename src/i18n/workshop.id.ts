/** Words of what surrounds a member's canvas: start, join, links, my canvases. Facilitators' screens bring their own. */

type Device = 'phone' | 'laptop'
const di = (device: Device): string => (device === 'phone' ? 'di HP ini' : 'di laptop ini')

export const workshopId = {
  landing: {
    title: ['Kanvas usaha,', 'disusun bersama.'] as readonly [string, string],
    lead: 'Pemilik usaha menulis dari HP masing-masing. Anda melihat semua kanvas, mendampingi satu per satu, lalu mencetaknya.',
    create: 'Buat workshop',
    createHint: 'Untuk dosen dan pendamping',
    tryExample: 'Coba contoh',
    tryExampleHint: 'Sebelas usaha, bukan data',
    haveCode: 'Punya kode?',
    enterCode: 'Masukkan kode',
    join: 'Gabung',
    haveQr: 'Punya kode QR? Buka kamera HP.',
    facts: ['Tidak perlu daftar', 'Jalan tanpa internet', 'Hemat kuota'] as readonly string[],
    mine: (device: Device): string => `Kanvas ${di(device)}`,
    comeBack: 'Masuk lagi',
    artFacilitator: 'Bu Sesilya',
    artMember: 'Bu Yuliana',
    artWrite: 'Tulis catatan',
  },
  sample: {
    making: 'Menyiapkan contoh',
    makingHint: 'Salinan untuk Anda sendiri. Bebas dicoret-coret.',
  },
  codeField: {
    example: 'BAKSO 47',
    empty: 'Tulis dulu kodenya. Contoh: BAKSO 47.',
    notACode: 'Kode itu satu kata dan dua angka, seperti BAKSO 47.',
  },
  trouble: {
    offline: 'Belum tersambung. Periksa Wi-Fi atau internet, lalu coba lagi.',
    serverFull: 'Server belum bisa menyimpan. Ruang simpannya penuh.',
    tooManyTries: (seconds: number): string => `Terlalu sering. Coba lagi ${seconds} detik lagi.`,
    other: 'Ada gangguan di server. Coba lagi sebentar.',
  },
}
export type WorkshopMessages = typeof workshopId
