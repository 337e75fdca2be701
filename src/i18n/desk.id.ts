/** Words of the canvas on a wide screen only. */
export const deskId = {
  present: 'Tampilkan',
  shortcuts: 'Pintasan keyboard',

  selection: {
    label: 'Catatan yang dipilih',
    count: (count: number): string => `${count} catatan dipilih`,
    clear: 'Batal pilih',
  },

  take: {
    word: 'Ambil',
    title: 'Ambil dari kanvas',
    open: (quadrant: string): string => `Ambil dari kanvas ke ${quadrant}`,
    into: 'Ke kotak',
    hint: 'Tekan, atau seret ke kotak SWOT. Catatan asli tetap di BMC.',
    here: 'Sudah di sini',
    hereAlready: (note: string, quadrant: string): string => `${note}: sudah di ${quadrant}`,
    takeNote: (note: string, quadrant: string): string => `Ambil ke ${quadrant}: ${note}`,
    emptyBlock: 'Masih kosong',
    nothing: 'Kotak-kotak ini masih kosong. Isi dulu di BMC.',
    map: 'Kotak BMC',
    count: (block: string, count: number): string => `${block}, ${count} catatan`,
  },

  tows: {
    lead: 'Pertemukan satu catatan atas dan satu catatan kiri. Apa langkahnya?',
    joins: (first: string, second: string): string => `${first} dan ${second}`,
    sourceEmpty: 'Belum ada catatan di SWOT',
  },

  note: {
    fromOtherTab: 'Diambil sebagai salinan',
  },

  presenting: {
    label: 'Layar proyektor',
    leave: 'Keluar (Esc)',
    page: (page: number, pages: number): string => `${page} dari ${pages}`,
    more: (count: number): string => `${count} lagi`,
    empty: 'Masih kosong. Siapa mau mulai?',
    steps: 'Kotak',
  },

  keys: {
    title: 'Pintasan keyboard',
    groups: {
      write: 'Menulis',
      walk: 'Berkeliling',
      carry: 'Memindah',
      several: 'Beberapa sekaligus',
      all: 'Lainnya',
    },
    rows: {
      add: 'Catatan baru di kotak yang ditunjuk',
      edit: 'Ubah catatan',
      nextLine: 'Catatan baru di bawahnya',
      line: 'Baris baru',
      close: 'Selesai menulis',
      paste: 'Tempel baris jadi catatan',
      duplicate: 'Salin catatan',
      remove: 'Hapus catatan',
      arrows: 'Ke catatan atau kotak di sebelah',
      menu: 'Pilihan catatan',
      lift: 'Angkat, lalu panah untuk memindah',
      drop: 'Taruh',
      cancel: 'Batal, kembali ke tempatnya',
      toggle: 'Pilih atau batal pilih catatan',
      selectZone: 'Pilih semua di kotak ini',
      box: 'Pilih yang kena kotak',
      undo: 'Urungkan',
      redo: 'Ulangi',
      print: 'Cetak PDF',
      tabs: 'BMC, SWOT, Strategi',
      help: 'Daftar pintasan ini',
    },
    space: 'Spasi',
    arrows: 'Panah',
    click: 'Klik',
    drag: 'Seret di kertas kosong',
    doubleClick: 'Klik dua kali',
  },
}
export type DeskMessages = typeof deskId
