/**
 * Vouches: the server's signed word that a client's structs were on its disk up to a clock, and whose they are. Devices keep
 * them with the words they are about. A server whose disk has lost its newest part learns from them what it lacks, and
 * whose it was; nobody can make one up.
 *
 *   behind a SyncStep2 or Update of the server, for each client whose structs it brings, lowest id first (the clock is
 *   where these structs end):
 *       varString seat         whose they are; empty: as was said before
 *       8 bytes   signature
 *   103 vouches (client to server, before its SyncStep2; at most 100):
 *       varUint count, then for each: varUint client, varUint clock, varString seat, 8 bytes signature
 *
 * Whoever knows nothing of them leaves them unread.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { SeatId } from '../model/ids.ts'
import { MESSAGE } from './messages.ts'

export type Vouch = { client: number; clock: number; seat: SeatId; signature: Uint8Array }

/** Guessed by trying alone, against a server that takes 30 messages a second. */
export const SIGNATURE_BYTES = 8
export const MAX_VOUCHES = 100
const MAX_SEAT_LENGTH = 64

export function encodeVouches(vouches: readonly Vouch[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.vouches)
  encoding.writeVarUint(encoder, vouches.length)
  for (const { client, clock, seat, signature } of vouches) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, seat)
    encoding.writeUint8Array(encoder, signature)
  }
  return encoding.toUint8Array(encoder)
}

/** The rest of a `vouches` message, after its type. @throws Error where it is none */
export function decodeVouches(decoder: decoding.Decoder): Vouch[] {
  const count = decoding.readVarUint(decoder)
  if (count > MAX_VOUCHES) throw new RangeError('too many vouches')
  return Array.from({ length: count }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    ...readWord(decoder),
  }))
}

/** What stands behind an update; `vouches` in the order of their clients, an empty seat where it was said before. */
export function encodeBehind(vouches: readonly Pick<Vouch, 'seat' | 'signature'>[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const { seat, signature } of vouches) {
    encoding.writeVarString(encoder, seat)
    encoding.writeUint8Array(encoder, signature)
  }
  return encoding.toUint8Array(encoder)
}

/**
 * The rest of a sync message, behind its update.
 * @param clocks Where the update's structs end, by client.
 * @param seatOf What was said before.
 */
export function decodeBehind(
  decoder: decoding.Decoder,
  clocks: ReadonlyMap<number, number>,
  seatOf: (client: number) => SeatId | undefined,
): Vouch[] {
  const vouches: Vouch[] = []
  for (const [client, clock] of inOrder(clocks)) {
    if (!decoding.hasContent(decoder)) break
    const said = readWord(decoder)
    const seat = said.seat || seatOf(client)
    if (seat) vouches.push({ client, clock, seat, signature: said.signature })
  }
  return vouches
}

/** Of each client the one that goes furthest. */
export function furthestOf(vouches: readonly Vouch[]): Vouch[] {
  const furthest = new Map<number, Vouch>()
  for (const vouch of vouches) {
    if (vouch.clock > (furthest.get(vouch.client)?.clock ?? 0)) furthest.set(vouch.client, vouch)
  }
  return [...furthest.values()]
}

export const inOrder = (clocks: ReadonlyMap<number, number>): [number, number][] =>
  [...clocks].sort(([a], [b]) => a - b)

function readWord(decoder: decoding.Decoder): Pick<Vouch, 'seat' | 'signature'> {
  const seat = decoding.readVarString(decoder) as SeatId
  if (seat.length > MAX_SEAT_LENGTH) throw new RangeError('no seat')
  // A copy: what it is read from is a whole frame.
  return { seat, signature: decoding.readUint8Array(decoder, SIGNATURE_BYTES).slice() }
}
