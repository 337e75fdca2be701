/** Words of the canvas on screen. */
import type { TabId } from '../model/zones.ts'
import { sheetId } from './sheet.id.ts'

export const boardId = {
  tabs: { bmc: 'BMC', swot: 'SWOT', tows: 'Strategi' } satisfies Record<TabId, string>,
  tabsLabel: 'Lembar',
  tabLong: { bmc: 'Kanvas model bisnis', swot: 'SWOT', tows: 'Strategi' } satisfies Record<
    TabId,
    string
  >,
  notes: (count: number): string => `${count} catatan`,
  allCanvases: 'Semua kanvas',
  print: 'Cetak',
  /** On paper, where the browser's own menu printed the screen. */
  printHere: 'Untuk mencetak kanvas ini, pakai tombol “Cetak” di Guyub.',
  undo: 'Urungkan',
  redo: 'Ulangi',

  people: {
    here: (count: number): string => (count === 1 ? '1 orang di sini' : `${count} orang di sini`),
    you: (name: string): string => `${name} (di layar ini)`,
    onPhone: 'di HP',
    onLaptop: 'di laptop',
    more: (count: number): string => `+${count}`,
    isIn: (name: string, zone: string): string => `${name} di ${zone}`,
    typing: (name: string): string => `${name} sedang mengetik…`,
    somebody: 'Orang lain',
  },

  zone: {
    add: (zone: string): string => `Tulis catatan di ${zone}`,
    write: 'Tulis catatan',
    /** A question and its gentle push. */
    firstQuestion: (question: string): string => `${question} Tulis satu dulu.`,
    showExample: 'Lihat contoh',
    example: 'Contoh',
    broken: 'Kotak ini belum bisa ditampilkan',
    empty: 'masih kosong',
    count: (zone: string, count: number): string => `${zone}, ${count} catatan`,
  },
  swot: {
    helps: sheetId.helps,
    hinders: sheetId.hinders,
    inside: sheetId.inside,
    outside: sheetId.outside,
    insideShort: 'Dari dalam',
    outsideShort: 'Dari luar',
  },
  tray: {
    name: 'Laci ide',
    hint: sheetId.trayHint,
    close: 'Tutup laci ide',
    all: (count: number): string => `Lihat semua (${count})`,
    hintShort: 'belum tahu tempatnya',
  },
  legend: { colours: 'Arti warna', kept: 'di laptop ini', stored: 'di server' },

  note: {
    menu: 'Pilihan catatan',
    menuOf: (text: string): string => `Pilihan catatan: ${text}`,
    move: 'Pindah',
    moveTo: 'Pindahkan ke…',
    up: 'Naikkan',
    down: 'Turunkan',
    edit: 'Ubah',
    remove: 'Hapus',
    paper: 'Warna kertas',
    recolour: 'Warna',
    finding: 'Temuan',
    markFinding: 'Jadikan temuan',
    unmarkFinding: 'Bukan temuan',
    duplicate: 'Salin',
    several: 'Pilih beberapa',
    tags: 'Tanda',
    from: (zone: string): string => `Dari ${zone}`,
    toOrigin: (zone: string): string => `Lihat aslinya di ${zone}`,
    originGone: sheetId.originGone,
    empty: 'Catatan kosong',
    broken: 'Catatan ini belum bisa ditampilkan',
    written: (when: string): string => `Ditulis ${when}`,
    writtenBy: (name: string, when: string | null): string =>
      when === null ? `Ditulis oleh ${name}` : `Ditulis oleh ${name}, ${when}`,
    changed: (when: string): string => `Diubah ${when}`,
    /** In the note one is writing in, while somebody else has deleted it. */
    gone: 'Sudah dihapus. Ketik lagi, dan catatan ini kembali.',
    field: 'Isi catatan',
    fieldIn: (zone: string): string => `Catatan baru di ${zone}`,
    placeholder: 'Tulis di sini',
    done: 'Selesai',
    stick: 'Tempel catatan',
    editing: 'Ubah catatan',
    colour: (colour: string): string => `Warna: ${colour}`,
  },
  moved: (zone: string, count: number): string =>
    count === 1 ? `Dipindah ke ${zone}.` : `${count} catatan dipindah ke ${zone}.`,
  /** From one tab to another: a linked copy. */
  taken: (zone: string): string => `Diambil ke ${zone}.`,
  takenAlready: 'Sudah ada di sana.',
  removed: 'Catatan dihapus.',
  removedSeveral: (count: number): string => `${count} catatan dihapus.`,
  addedSeveral: (count: number): string => `${count} catatan ditempel.`,
  again: 'Lakukan lagi',
  /** Two people did it at once, and the other's hand came out on top. */
  overtaken: {
    place: (who: string, note: string): string => `${who} juga memindah “${note}”.`,
    colour: (who: string, note: string): string => `${who} juga mengganti warna “${note}”.`,
    tags: (who: string, note: string): string =>
      `${who} juga mengubah tanda “${note}”. Lihat lagi tandanya.`,
    finding: (who: string, note: string): string => `${who} juga mengubah tanda temuan “${note}”.`,
    joins: (who: string, note: string): string =>
      `${who} juga mengubah pasangan “${note}”. Lihat lagi pasangannya.`,
    removed: (who: string, note: string, more: number): string =>
      more === 0
        ? `${who} menghapus “${note}”.`
        : `${who} menghapus “${note}” dan ${more} lainnya.`,
  },
  restored: 'Kembalikan',
  removedByOther: (name: string, count: number): string =>
    count === 1 ? `${name} menghapus catatan ini.` : `${name} menghapus ${count} dari catatan ini.`,
  goneMeanwhile: 'Catatan ini baru saja dihapus orang lain.',
  noteTooLong: (most: string): string =>
    `Satu catatan memuat paling banyak ${most} huruf. Bagi jadi beberapa catatan.`,
  canvasFull: (most: string): string =>
    `Kanvas ini sudah berisi ${most} catatan. Hapus dulu beberapa.`,
  canvasTooLarge: 'Tulisan di kanvas ini sudah terlalu banyak. Pendekkan catatan yang panjang.',
  undone: {
    overtaken: 'Sudah diubah orang lain, jadi dibiarkan.',
    /** By oneself or another. */
    changedSince: 'Sudah diubah lagi sesudahnya, jadi dibiarkan.',
  },

  paste: {
    title: (count: number): string => `${count} baris mau ditempel`,
    where: (zone: string): string => `Ke ${zone}. Tiap baris jadi satu catatan?`,
    several: (count: number): string => `Jadi ${count} catatan`,
    one: 'Jadi satu catatan',
  },
  tagging: {
    add: 'Tambah tanda',
    placeholder: 'Tanda baru',
    put: (tag: string): string => `Pasang tanda: ${tag}`,
    take: (tag: string): string => `Lepas tanda: ${tag}`,
    suggestions: 'Tanda yang sudah dipakai',
    full: (most: number): string => `Paling banyak ${most} tanda.`,
    noRoom: (notes: readonly string[], more: number, most: number): string =>
      `Tanda tidak muat lagi (paling banyak ${most}): “${notes.join('”, “')}”${
        more === 0 ? '' : ` dan ${more} lainnya`
      }.`,
    long: (most: number): string => `Satu tanda paling panjang ${most} huruf.`,
  },
  strategy: {
    pair: 'Pasangkan',
    pairOf: (codes: string): string => `Pasangan: ${codes}. Tekan untuk mengganti.`,
    pairGone: 'Catatan pasangannya sudah dihapus',
    choose: 'Pasangkan dengan catatan mana?',
    writeFor: (codes: string): string => `Tulis langkah ${codes}`,
    most: (count: number): string => `Paling banyak ${count} catatan.`,
    noNotes: 'belum ada catatan',
    fillFirst: (quadrant: string): string => `Isi dulu ${quadrant}`,
    coded: (code: string, note: string): string => `${code}: ${note}`,
    thisWeek: 'Minggu ini',
    chooseThisWeek: 'Kerjakan minggu ini',
    notThisWeek: 'Bukan minggu ini',
  },
  help: {
    word: 'Bantuan',
    open: (zone: string): string => `Bantuan ${zone}`,
    readAloud: 'Bacakan',
    stopReading: 'Berhenti membaca',
  },

  examples: {
    questions: 'Pertanyaan',
    notes: 'Contoh catatan',
    kindLabel: 'Jenis usaha',
    kind: { food: 'Makanan', service: 'Jasa', 'craft-retail': 'Kerajinan, toko' },
  },

  phone: {
    backToMap: 'Kembali ke peta',
    nextUp: 'Kotak berikutnya',
    nextOf: (step: number, all: number): string => `Kotak ${step} dari ${all}`,
    allFilled: 'Semua kotak sudah terisi',
    allFilledHint: 'Masih boleh ditambah.',
    map: 'Peta kanvas',
    whereTo: 'Pindah ke mana?',
    putHere: 'Taruh di sini',
    isHere: 'sekarang di sini',
    previous: (zone: string): string => `Sebelumnya: ${zone}`,
    next: (zone: string): string => `Berikutnya: ${zone}`,
  },

  drag: {
    /** Read to a screen reader with every note. */
    instructions:
      'Enter untuk mengubah. Spasi untuk mengangkat, panah untuk memindah, Enter untuk menaruh, Esc untuk batal.',
    role: 'catatan',
    several: (note: string, more: number): string => `${note} dan ${more} lagi`,
    lifted: (note: string, zone: string): string => `${note}: diangkat dari ${zone}.`,
    over: (note: string, zone: string): string => `${note}: di atas ${zone}.`,
    overNothing: (note: string): string => `${note}: di luar kotak.`,
    at: (zone: string, turn: number, all: number): string => `${zone}, urutan ${turn} dari ${all}.`,
    dropped: (note: string, zone: string, turn: number, all: number): string =>
      `${note}: ditaruh di ${zone}, urutan ${turn} dari ${all}.`,
    cancelled: (note: string, zone: string): string => `${note}: kembali ke ${zone}.`,
  },
  /** Changes by others, gathered, for screen readers. */
  news: {
    added: (count: number): string => `${count} catatan baru dari orang lain.`,
    changed: (count: number): string => `${count} catatan diubah orang lain.`,
    removed: (count: number): string => `${count} catatan dihapus orang lain.`,
  },
}
export type BoardMessages = typeof boardId
