import { afterEach, describe, expect, it } from 'vitest'
import { acquireCanvas } from '../../src/sync/sessions.ts'
import type { Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

describe('a canvas that two screens show', () => {
  it('is opened once, and closed when the last of them goes', async () => {
    rig = await startRig()
    const { ninik, server } = rig
    if (!ninik.canvas) throw new Error('a member has a canvas')
    const options = {
      device: aDevice(),
      origin: server.origin,
      seat: ninik,
      canvas: ninik.canvas,
      platform: new TestPlatform(),
    }
    const sari = rig.open(rig.facilitator)
    const first = acquireCanvas(options)
    const second = acquireCanvas(options)
    expect(second.session).toBe(first.session)
    await until(sari, () => sari.people().length === 2)
    first.release()
    first.release()
    const third = acquireCanvas(options)
    expect(third.session).toBe(first.session)
    second.release()
    third.release()
    await until(sari, () => sari.people().length === 1)
    const again = acquireCanvas(options)
    expect(again.session).not.toBe(first.session)
    again.release()
    await until(sari, () => sari.people().length === 2)
    await until(sari, () => sari.people().length === 1)
  })
})
