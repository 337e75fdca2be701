/** The same notes for every page that is measured: words of a real canvas, dealt over the nine blocks. */
import type { BlockId } from '../../src/model/zones.ts'
import { BLOCKS } from '../../src/model/zones.ts'

export type BenchNote = { id: string; zone: BlockId; text: string }

const WORDS = [
  'Tetangga dan pembeli di warung',
  'Titip jual di kantin sekolah',
  'Bungkus baru bisa ditutup lagi',
  'Resep bumbu keluarga',
  'Gas elpiji naik, masak pagi saja',
  'Pesan lewat WA, ambil sendiri',
  'Kupas, iris, goreng singkong',
] as const

export function benchNotes(count: number): BenchNote[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `note${i}`,
    zone: (BLOCKS[i % BLOCKS.length]?.id ?? 'channels') as BlockId,
    text: `${WORDS[i % WORDS.length]} ${i}`,
  }))
}

/** The note that is typed in and carried: it lies at the head of its block, in view at any count. */
export const SUBJECT = 'note1'
/** Where it is carried to. */
export const TARGET_ZONE: BlockId = 'key-partners'
