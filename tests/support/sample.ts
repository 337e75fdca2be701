/** The sample workshop: a canvas full of notes, as people have theirs after a morning. */
import { parse } from 'valibot'
import type { Language } from '../../src/model/workshop.ts'
import type { Created } from '../../src/protocol/api.ts'
import { createdSchema } from '../../src/protocol/api.ts'
import { call, mint, seatsOf } from './server.ts'

/** A note among Bu Ninik's buyers. */
export const A_BUYER = {
  id: 'Tetangga dan anak-anak',
  en: 'Neighbours and children',
} as const satisfies Record<Language, string>

/** A sample made for this caller, and Bu Ninik's own link in it. */
export async function aSample(
  origin: string,
  language: Language = 'id',
): Promise<Created & { ninik: string }> {
  const answer = await call(origin, 'POST', '/api/samples', { body: { language } })
  const created = parse(createdSchema, answer.body)
  const { seats } = await seatsOf(origin, created.capability)
  const ninik = seats.find((seat) => seat.name === 'Bu Ninik')
  if (!ninik) throw new Error('the sample has no Bu Ninik')
  const { capability } = await mint(origin, created.capability, ninik.seat)
  return { ...created, ninik: capability }
}
