import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { SeatId } from '../../src/model/ids.ts'
import { decodeWhere } from '../../src/protocol/awareness.ts'
import { CLOSE, closeReasonOf } from '../../src/protocol/closeCodes.ts'
import type { PresentPerson } from '../../src/protocol/messages.ts'
import {
  decodePresence,
  decodeStored,
  encodePresence,
  encodeStored,
  HEARTBEAT,
  MESSAGE,
} from '../../src/protocol/messages.ts'
import { GUYUB_SUBPROTOCOL, subprotocols } from '../../src/protocol/version.ts'

/** A message without its type, which must be this one. */
function bodyOf(bytes: Uint8Array, type: number): decoding.Decoder {
  const decoder = decoding.createDecoder(bytes)
  expect(decoding.readVarUint(decoder)).toBe(type)
  return decoder
}

const presence = (json: string) => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, json)
  return decodePresence(decoding.createDecoder(encoding.toUint8Array(encoder)))
}

const person: PresentPerson = {
  seat: 'seat1' as SeatId,
  name: 'ꦧꦸ Ninik 👩‍🍳',
  role: 'member',
  clients: [1, 2],
}

describe('our own messages', () => {
  it.each([0, 1, 127, 128, 70_000, 2 ** 40])('carry how many frames are stored: %i', (count) => {
    expect(decodeStored(bodyOf(encodeStored(count), MESSAGE.stored))).toBe(count)
  })

  it('carry who is there', () => {
    expect(decodePresence(bodyOf(encodePresence([person]), MESSAGE.presence))).toEqual([person])
    expect(decodePresence(bodyOf(encodePresence([]), MESSAGE.presence))).toEqual([])
  })

  it.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['a role that is none', JSON.stringify([{ ...person, role: 'admin' }])],
    ['a person without a name', JSON.stringify([{ ...person, name: undefined }])],
    ['a name without end', JSON.stringify([{ ...person, name: 'x'.repeat(201) }])],
    ['too many devices', JSON.stringify([{ ...person, clients: Array(65).fill(1) }])],
    ['too many people', JSON.stringify(Array(401).fill(person))],
  ])('are not understood with %s', (_, json) => {
    expect(presence(JSON.stringify([person]))).toEqual([person])
    expect(presence(json)).toBe(null)
  })

  it('are not understood from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const people = decodePresence(decoding.createDecoder(bytes))
        expect(people === null || people.length === 0).toBe(true)
      }),
    )
    expect(decodePresence(decoding.createDecoder(new Uint8Array([200, 1, 65])))).toBe(null)
  })

  it('lie beyond the types that stock clients know', () => {
    expect(MESSAGE.stored).toBeGreaterThanOrEqual(100)
    expect(MESSAGE.presence).toBeGreaterThanOrEqual(100)
  })
})

describe('the heartbeat', () => {
  it('is an awareness update about nobody', () => {
    const awareness = new Awareness(new Y.Doc())
    const before = [...awareness.getStates().keys()]
    const update = decoding.readVarUint8Array(bodyOf(HEARTBEAT, MESSAGE.awareness))
    applyAwarenessUpdate(awareness, update, 'wire')
    expect([...awareness.getStates().keys()]).toEqual(before)
    awareness.destroy()
  })
})

describe('what somebody says of where they are', () => {
  it('is believed in part or whole where it has our shape', () => {
    const where = { tab: 'swot', zone: 'strengths', note: 'n1', device: 'phone' }
    expect(decodeWhere({ ...where, name: 'Pak Lurah', role: 'facilitator' })).toEqual(where)
    expect(decodeWhere({})).toEqual({})
  })

  it.each([
    ['nothing', null],
    ['a word', 'swot'],
    ['a tab that is none', { tab: 'pestel' }],
    ['a zone that is none', { zone: '__proto__' }],
    ['a note without end', { note: 'x'.repeat(1_000) }],
    ['a note that is none', { note: { id: 'n1' } }],
    ['a device that is none', { device: 'fridge' }],
  ])('is not believed as %s', (_, state) => {
    expect(decodeWhere(state)).toBe(null)
  })
})

describe('why a connection closes', () => {
  it('is final from 4400 and asks to come back from 4500, and each has a code of its own', () => {
    const codes = Object.values(CLOSE)
    // As the y-websocket provider tells them apart.
    const isFinal = (code: number) => code >= 4400 && code <= 4499
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      expect(isFinal(code) || (code >= 4500 && code <= 4599)).toBe(true)
      expect(CLOSE[closeReasonOf(code) ?? 'badFrame']).toBe(code)
    }
    expect(isFinal(CLOSE.linkRevoked)).toBe(true)
    expect(isFinal(CLOSE.serverRestarting)).toBe(false)
    for (const other of [1000, 1006, 4399, 4600]) expect(closeReasonOf(other)).toBe(null)
  })
})

describe('what a connection offers', () => {
  it('is our version first, which the server may say back, and the capability second', () => {
    expect(subprotocols('abc')).toEqual([GUYUB_SUBPROTOCOL, 'cap.abc'])
  })
})
