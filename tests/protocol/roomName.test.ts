import { describe, expect, it } from 'vitest'
import type { CanvasId, WorkshopId } from '../../src/model/ids.ts'
import { canvasRoom, parseRoomName, planRoom } from '../../src/protocol/roomName.ts'

const W = 'aB3dE6gH9jK2mN5pQ8sT1v' as WorkshopId
const C = 'Zz9Yy8Xx7Ww6Vv5Uu4Tt3S' as CanvasId

describe('a room’s name', () => {
  it('says which workshop, which kind and which canvas', () => {
    expect(parseRoomName(planRoom(W))).toEqual({ workshop: W, kind: 'plan', canvas: null })
    expect(parseRoomName(canvasRoom(W, C))).toEqual({ workshop: W, kind: 'canvas', canvas: C })
    const history = parseRoomName(`${W}/history/${C}`)
    expect(history).toEqual({ workshop: W, kind: 'history', canvas: C })
  })

  it.each([
    '',
    '/',
    W,
    `${W}/`,
    `/${W}/plan`,
    `${W}/plan/`,
    `${W}/plan/${C}`,
    `${W}/plan\n`,
    `${W}/plan\u0000`,
    `${W}/PLAN`,
    `${W}/canvas`,
    `${W}/canvas/`,
    `${W}/canvas/${C}/`,
    `${W}/canvas/${C}?x=1`,
    `${W}/canvas/${C}#x`,
    `${W}/canvas/..`,
    `${W}/canvas/../../${C}`,
    `${W}/canvas/%2e%2e%2f${C}`,
    `${W}//canvas/${C}`,
    `${W}\\canvas\\${C}`,
    `../${W}/plan`,
    `__proto__/plan`,
    `__proto__________________/plan`,
    `constructor/canvas/toString`,
    `${W}/canvas/short`,
    `${W}/canvas/${'a'.repeat(33)}`,
    `${W}/canvas/${'a'.repeat(5_000)}`,
    `${W.slice(1)}é/plan`,
    `${W.slice(1)}\u0430/plan`,
    'ꦧꦤ꧀ꦠꦸꦭ꧀ꦧꦤ꧀ꦠꦸꦭ꧀ꦧꦤ꧀/plan',
  ])('is none of ours: %j', (raw) => {
    expect(parseRoomName(raw)).toBe(null)
  })
})
