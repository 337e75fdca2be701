import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import type { SeatId } from '../../src/model/ids.ts'
import { MESSAGE } from '../../src/protocol/messages.ts'
import type { Vouch } from '../../src/protocol/vouches.ts'
import {
  decodeBehind,
  decodeVouches,
  encodeBehind,
  encodeVouches,
  furthestOf,
  MAX_VOUCHES,
} from '../../src/protocol/vouches.ts'

const seat = (name: string) => name as SeatId
const vouch = (client: number, clock: number, by = 'ninik'): Vouch => ({
  client,
  clock,
  seat: seat(by),
  signature: Uint8Array.of(client & 255, clock & 255, 2, 3, 4, 5, 6, 7),
})
const afterType = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message)
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE.vouches)
  return decoder
}

describe('vouches that are shown', () => {
  it('come back as they were', () => {
    const vouches = [vouch(2 ** 32 - 1, 70_000), vouch(5, 1, 'sari')]
    expect(decodeVouches(afterType(encodeVouches(vouches)))).toEqual(vouches)
  })

  it('are none where they are cut anywhere', () => {
    const message = encodeVouches([vouch(300, 70_000), vouch(5, 1)])
    for (let length = 1; length < message.length; length++) {
      expect(() => decodeVouches(afterType(message.slice(0, length)))).toThrow()
    }
  })

  it('are none where they are more than a hundred, or a seat is too long', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => vouch(i, 1))
    expect(decodeVouches(afterType(encodeVouches(many(MAX_VOUCHES))))).toHaveLength(100)
    expect(() => decodeVouches(afterType(encodeVouches(many(101))))).toThrow(RangeError)
    const long = encodeVouches([vouch(1, 1, 'x'.repeat(65))])
    expect(() => decodeVouches(afterType(long))).toThrow(RangeError)
  })
})

describe('vouches behind an update', () => {
  const behind = (...words: Vouch[]) => decoding.createDecoder(encodeBehind(words))
  const nobody = () => undefined

  it('are about the clients whose structs it brings, lowest id first', () => {
    const words = behind(vouch(3, 8), vouch(9, 4, 'sari'))
    const clocks = new Map([
      [9, 4],
      [3, 8],
    ])
    expect(decodeBehind(words, clocks, nobody)).toEqual([vouch(3, 8), vouch(9, 4, 'sari')])
  })

  it('name a seat only where it was not said before', () => {
    const words = () => behind({ ...vouch(3, 8), seat: seat('') })
    const clocks = new Map([[3, 8]])
    expect(decodeBehind(words(), clocks, () => seat('ninik'))).toEqual([vouch(3, 8)])
    // Whoever missed it can't use this one.
    expect(decodeBehind(words(), clocks, nobody)).toEqual([])
  })

  it('are none where an older server says nothing', () => {
    expect(decodeBehind(behind(), new Map([[3, 8]]), nobody)).toEqual([])
  })
})

it('keeps of each client the one that goes furthest', () => {
  expect(furthestOf([vouch(1, 4), vouch(2, 1), vouch(1, 9), vouch(1, 5)])).toEqual([
    vouch(1, 9),
    vouch(2, 1),
  ])
})
