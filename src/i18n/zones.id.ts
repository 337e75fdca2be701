/** Names, questions and example notes of every zone. Indonesian defines the shape; English satisfies it. */
import type { ZoneId } from '../model/zones.ts'

export type BusinessKind = 'food' | 'service' | 'craft-retail'
type ZoneTexts = {
  /** The standard name, as taught. */
  name: string
  /** The same in the other language of the programme. */
  otherName: string
  /** What it is called on a phone. */
  nickname: string
  /** One or two words, for the phone's map. */
  short: string
  /** One plain sentence. */
  plain: string
  questions: readonly string[]
  /** Invented notes by kind of business: always shown as examples. */
  examples: Readonly<Record<BusinessKind, readonly string[]>>
}
export type ZoneMessages = Readonly<Record<ZoneId, ZoneTexts>>

export const zonesId: ZoneMessages = {
  'customer-segments': {
    name: 'Segmen Pelanggan',
    otherName: 'Customer Segments',
    nickname: 'Pembeli kita',
    short: 'Pembeli',
    plain: 'Siapa saja yang membeli atau memakai jualan Bapak/Ibu.',
    questions: [
      'Siapa saja yang beli minggu ini?',
      'Siapa yang paling sering balik lagi?',
      'Siapa yang belum beli, padahal mungkin butuh?',
    ],
    examples: {
      food: [
        'Tetangga yang cari sarapan',
        'Panitia rapat dan pengajian',
        'Warung kopi yang butuh camilan',
      ],
      service: [
        'Bapak-bapak dan pekerja dekat kios',
        'Anak sekolah menjelang masuk',
        'Orang tua yang minta didatangi ke rumah',
      ],
      'craft-retail': [
        'Ibu muda yang suka tas unik',
        'Toko oleh-oleh',
        'Panitia seminar cari suvenir',
      ],
    },
  },
  'value-propositions': {
    name: 'Proposisi Nilai',
    otherName: 'Value Propositions',
    nickname: 'Keunggulan kita',
    short: 'Keunggulan',
    plain: 'Alasan orang memilih jualan Bapak/Ibu, bukan punya orang lain.',
    questions: [
      'Kalau pembeli memuji, apa yang dipuji?',
      'Berkat jualan kita, pembeli tidak repot soal apa?',
      'Apa bedanya dengan penjual sebelah?',
    ],
    examples: {
      food: ['Kue baru matang tiap subuh', 'Tidak terlalu manis', 'Boleh campur dalam satu kotak'],
      service: [
        'Rapi, 20 menit selesai',
        'Alat bersih, handuk selalu ganti',
        'Bisa dipanggil ke rumah',
      ],
      'craft-retail': ['Motif tidak pasaran', 'Kuat untuk belanja', 'Bisa pesan warna dan nama'],
    },
  },
  channels: {
    name: 'Saluran',
    otherName: 'Channels',
    nickname: 'Jalan ke pembeli',
    short: 'Jalan',
    plain: 'Lewat mana pembeli tahu, memesan, dan menerima barangnya.',
    questions: [
      'Pembeli pertama kali tahu dari mana?',
      'Biasanya pesan dan bayar lewat apa?',
      'Di mana lagi pembeli itu sering berada?',
    ],
    examples: {
      food: ['Titip jual di warung kopi', 'Pesan lewat WA', 'Meja kecil depan rumah'],
      service: ['Kios di pinggir jalan', 'Titik di Google Maps', 'Janji jam lewat WA'],
      'craft-retail': ['Pameran dan bazar', 'Foto produk di Instagram', 'Titip di toko oleh-oleh'],
    },
  },
  'customer-relationships': {
    name: 'Hubungan Pelanggan',
    otherName: 'Customer Relationships',
    nickname: 'Bikin langganan',
    short: 'Langganan',
    plain: 'Cara Bapak/Ibu membuat pembeli senang dan mau datang lagi.',
    questions: [
      'Bagaimana menyapa pembeli lama?',
      'Kalau ada yang kecewa, apa yang dilakukan?',
      'Apa yang bikin mereka cerita ke temannya?',
    ],
    examples: {
      food: ['Hafal kue kesukaan langganan', 'Pesan 20 bonus 1', 'Kue kemarin tidak dijual'],
      service: [
        'Ingat model potongan pelanggan',
        'Potong 5 kali gratis sekali',
        'Kurang rapi boleh balik',
      ],
      'craft-retail': [
        'Kirim foto proses pesanan',
        'Jahitan lepas diperbaiki',
        'Kartu ucapan terima kasih',
      ],
    },
  },
  'revenue-streams': {
    name: 'Arus Pendapatan',
    otherName: 'Revenue Streams',
    nickname: 'Uang masuk',
    short: 'Uang masuk',
    plain: 'Dari mana saja uang masuk, dan pembeli membayar untuk apa.',
    questions: [
      'Uang masuk paling banyak dari jualan yang mana?',
      'Harganya ditentukan dari apa?',
      'Ada hal lain yang pembeli mau bayar?',
    ],
    examples: {
      food: ['Jual kue per biji', 'Kue kotak untuk acara', 'Setoran titip jual tiap sore'],
      service: [
        'Ongkos potong rambut',
        'Cukur jenggot dan pijat kepala',
        'Tarif panggilan ke rumah',
      ],
      'craft-retail': ['Jual tas satuan', 'Suvenir borongan', 'Kelas menganyam sehari'],
    },
  },
  'key-activities': {
    name: 'Aktivitas Utama',
    otherName: 'Key Activities',
    nickname: 'Kerja kita tiap hari',
    short: 'Kerja',
    plain: 'Pekerjaan yang harus dikerjakan supaya usaha jalan.',
    questions: [
      'Dari buka sampai tutup, apa saja yang dikerjakan?',
      'Pekerjaan mana yang kalau terlewat, jualan berhenti?',
      'Pekerjaan mana yang bisa dibuat lebih cepat?',
    ],
    examples: {
      food: ['Bangun jam 2, kukus kue', 'Bungkus dan antar ke warung', 'Catat titipan dan sisa'],
      service: ['Potong rambut', 'Bersihkan alat dan lantai', 'Atur giliran pelanggan'],
      'craft-retail': [
        'Pilih dan potong tali anyam',
        'Menganyam dan menjahit',
        'Foto dan unggah produk',
      ],
    },
  },
  'key-resources': {
    name: 'Sumber Daya Utama',
    otherName: 'Key Resources',
    nickname: 'Bekal usaha kita',
    short: 'Bekal',
    plain: 'Barang, orang, dan keahlian yang harus ada supaya usaha jalan.',
    questions: [
      'Alat apa yang kalau rusak, tidak bisa jualan?',
      'Siapa saja yang ikut membantu?',
      'Keahlian apa yang orang lain belum punya?',
    ],
    examples: {
      food: ['Kukusan dan cetakan', 'Resep dari ibu', 'Anak yang bantu antar'],
      service: ['Alat cukur dan kursi', 'Keahlian model baru', 'Kios yang gampang dilihat'],
      'craft-retail': ['Tangan terampil', 'Stok tali anyam', 'HP untuk foto dan jualan'],
    },
  },
  'key-partners': {
    name: 'Mitra Utama',
    otherName: 'Key Partners',
    nickname: 'Teman usaha',
    short: 'Teman',
    plain: 'Orang atau tempat yang membantu usaha, seperti pemasok dan tempat titip jual.',
    questions: [
      'Bahan biasanya diambil dari siapa?',
      'Siapa yang membantu menjualkan?',
      'Siapa di kelompok ini yang bisa diajak kerja sama?',
    ],
    examples: {
      food: ['Toko bahan kue', 'Warung tempat titip', 'Ibu PKK yang sering pesan'],
      service: ['Toko alat cukur', 'Sekolah dekat kios', 'Teman tukang cukur kalau ramai'],
      'craft-retail': ['Pemasok tali anyam', 'Tetangga penganyam', 'Koperasi kerajinan'],
    },
  },
  'cost-structure': {
    name: 'Struktur Biaya',
    otherName: 'Cost Structure',
    nickname: 'Uang keluar',
    short: 'Uang keluar',
    plain: 'Semua uang yang keluar untuk menjalankan usaha.',
    questions: [
      'Seminggu ini uang keluar untuk apa saja?',
      'Biaya mana yang paling besar?',
      'Biaya apa yang sering lupa, misalnya tenaga sendiri?',
    ],
    examples: {
      food: ['Tepung, santan, gula', 'Gas dan daun pisang', 'Kue tidak laku'],
      service: ['Sewa kios', 'Listrik, pisau, bedak', 'Servis alat cukur'],
      'craft-retail': ['Tali anyam dan furing', 'Upah per tas', 'Ongkos kirim dan sewa meja bazar'],
    },
  },
  strengths: {
    name: 'Kekuatan',
    otherName: 'Strengths',
    nickname: 'Hebatnya kita',
    short: 'Hebatnya kita',
    plain: 'Hal baik di usaha sendiri yang belum tentu orang lain punya.',
    questions: [
      'Apa yang Bapak/Ibu banggakan dari usaha ini?',
      'Apa yang bisa kita kerjakan lebih baik?',
      'Barang, keahlian, atau kenalan apa yang sudah dipunya?',
    ],
    examples: {
      food: ['Rasa dikenal langganan', 'Selalu baru tiap pagi', 'Bisa 10 macam kue'],
      service: ['Potongan rapi dan cepat', 'Kios di jalan ramai', 'Pelanggan betah ngobrol'],
      'craft-retail': ['Motif buatan sendiri', 'Anyaman kuat', 'Bisa pesan nama'],
    },
  },
  weaknesses: {
    name: 'Kelemahan',
    otherName: 'Weaknesses',
    nickname: 'Yang perlu dibenahi',
    short: 'Yang perlu dibenahi',
    plain: 'Hal di usaha sendiri yang masih kurang dan bisa dibenahi.',
    questions: [
      'Bagian mana yang paling sering bikin repot?',
      'Pembeli pernah mengeluh soal apa?',
      'Apa yang ingin dipelajari tetapi belum sempat?',
    ],
    examples: {
      food: ['Cuma tahan sehari', 'Uang belum dicatat tiap hari', 'Bungkus masih plastik biasa'],
      service: ['Kursi cuma satu', 'Sakit berarti tutup', 'Belum terima QRIS'],
      'craft-retail': [
        'Satu tas lama jadi',
        'Foto kurang terang',
        'Harga belum hitung upah sendiri',
      ],
    },
  },
  opportunities: {
    name: 'Peluang',
    otherName: 'Opportunities',
    nickname: 'Kesempatan di luar',
    short: 'Kesempatan di luar',
    plain: 'Hal dari luar yang bisa dipakai supaya usaha maju.',
    questions: [
      'Apa yang lagi ramai dicari orang sekitar?',
      'Acara, tempat, atau program apa yang bisa diikuti?',
      'Siapa yang bisa membantu kalau diajak?',
    ],
    examples: {
      food: ['Banyak acara RT dan kantor', 'Warung kopi baru buka', 'Bazar UMKM tiap bulan'],
      service: [
        'Perumahan baru dekat kios',
        'Anak muda suka model baru',
        'Jasa panggil ke rumah dicari',
      ],
      'craft-retail': [
        'Orang kurangi tas plastik',
        'Wisatawan cari barang lokal',
        'Kantor pesan suvenir',
      ],
    },
  },
  threats: {
    name: 'Ancaman',
    otherName: 'Threats',
    nickname: 'Yang bikin khawatir',
    short: 'Yang bikin khawatir',
    plain: 'Hal dari luar yang bisa membuat usaha susah.',
    questions: [
      'Apa yang paling dikhawatirkan bulan-bulan ini?',
      'Kalau harga bahan naik, apa yang terjadi?',
      'Siapa saingan baru dan apa kelebihannya?',
    ],
    examples: {
      food: ['Gula dan gas naik', 'Penjual kue lain bertambah', 'Hujan, pembeli sepi'],
      service: ['Barbershop baru ber-AC', 'Sewa kios bisa naik', 'Orang cukur sendiri'],
      'craft-retail': ['Tas pabrik lebih murah', 'Motif gampang ditiru', 'Bahan sering kosong'],
    },
  },
  'tows-so': {
    name: 'Strategi SO (Kekuatan-Peluang)',
    otherName: 'SO strategy (Strengths-Opportunities)',
    nickname: 'Maju',
    short: 'Maju',
    plain: 'Pakai kekuatan untuk mengambil peluang.',
    questions: [
      'Kekuatan mana yang pas untuk peluang ini?',
      'Langkah kecil apa yang bisa mulai minggu ini?',
      'Bagaimana kita tahu langkah itu berhasil?',
    ],
    examples: {
      food: ['Tawarkan kue kotak ke kantor dan RT', 'Titip 5 macam kue di warung baru'],
      service: ['Bagi kartu nama di perumahan baru', 'Pajang foto model terbaru'],
      'craft-retail': ['Tawarkan tas nama ke kantor', 'Jual motif khas di tempat wisata'],
    },
  },
  'tows-wo': {
    name: 'Strategi WO (Kelemahan-Peluang)',
    otherName: 'WO strategy (Weaknesses-Opportunities)',
    nickname: 'Benahi dulu',
    short: 'Benahi dulu',
    plain: 'Benahi yang kurang supaya peluang tidak lewat.',
    questions: [
      'Kelemahan mana yang menghalangi peluang ini?',
      'Siapa yang bisa mengajari atau membantu?',
      'Apa yang dibenahi paling dulu?',
    ],
    examples: {
      food: ['Kotak berlabel supaya layak ikut bazar', 'Catat pesanan sebelum terima acara besar'],
      service: ['Pasang QRIS untuk pelanggan muda', 'Ajak teman jaga kursi kedua'],
      'craft-retail': ['Belajar foto di dekat jendela', 'Latih dua tetangga menganyam'],
    },
  },
  'tows-st': {
    name: 'Strategi ST (Kekuatan-Ancaman)',
    otherName: 'ST strategy (Strengths-Threats)',
    nickname: 'Bertahan kuat',
    short: 'Bertahan kuat',
    plain: 'Pakai kekuatan untuk menahan ancaman.',
    questions: [
      'Kekuatan mana yang bikin pembeli tetap memilih kita?',
      'Apa yang tetap dijaga walau saingan turunkan harga?',
      'Apa yang bisa disiapkan sebelum masalah datang?',
    ],
    examples: {
      food: ['Jaga resep, jangan ikut banting harga', 'Terima pesanan WA waktu hujan'],
      service: ['Tonjolkan cepat dan ramah', 'Kartu langganan supaya tidak pindah'],
      'craft-retail': ['Label nama perajin supaya susah ditiru', 'Jual cerita dan garansi'],
    },
  },
  'tows-wt': {
    name: 'Strategi WT (Kelemahan-Ancaman)',
    otherName: 'WT strategy (Weaknesses-Threats)',
    nickname: 'Jaga diri',
    short: 'Jaga diri',
    plain: 'Kurangi yang kurang dan jaga diri dari ancaman.',
    questions: [
      'Apa yang bisa dikurangi supaya tidak rugi?',
      'Risiko mana yang dihindari dulu?',
      'Kalau keadaan memburuk, apa rencana cadangan?',
    ],
    examples: {
      food: ['Buat sesuai pesanan waktu sepi', 'Beli gula bareng teman'],
      service: ['Sisihkan uang sewa tiap hari', 'Rawat alat supaya awet'],
      'craft-retail': ['Hitung ulang harga sebelum terima pesanan', 'Simpan tali untuk sebulan'],
    },
  },
  tray: {
    name: 'Laci ide',
    otherName: 'Idea Tray',
    nickname: 'Laci ide',
    short: 'Laci ide',
    plain: 'Tempat catatan yang belum tahu ditaruh di mana.',
    questions: [
      'Ada ide yang belum tahu tempatnya?',
      'Catatan mana yang sekarang sudah cocok masuk kotak?',
    ],
    examples: { food: [], service: [], 'craft-retail': [] },
  },
}
