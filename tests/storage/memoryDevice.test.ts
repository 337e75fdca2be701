import { describe, expect, it } from 'vitest'
import { openMemoryDevice } from '../../src/storage/openDevice.ts'
import { deviceContract } from './deviceContract.ts'

describe('a device that refuses to store', () => {
  it('says so', () => {
    expect(openMemoryDevice().keeps).toBe(false)
  })

  it('does not call a draft kept that it only holds', async () => {
    expect(await openMemoryDevice().drafts.put('roster', 'Pak Wawan')).toBe('memory')
  })

  for (const { name, run } of deviceContract) it(name, () => run(openMemoryDevice()))
})
