import { describe, expect, it } from 'vitest'
import type { Receipts } from '../../src/sync/receipts.ts'
import { createReceipts } from '../../src/sync/receipts.ts'

/** A connection whose SyncStep2 went out with nothing written yet, and was receipted. */
function connected(receipts: Receipts = createReceipts()): Receipts {
  receipts.connectionOpened()
  receipts.sent('step2')
  receipts.receipted(1)
  return receipts
}

const write = (receipts: Receipts, note: string) => {
  receipts.changed([note])
  receipts.sent('update')
}

describe('the ticks of a note', () => {
  it('go from screen to this disk to the server', () => {
    const receipts = connected()
    write(receipts, 'n1')
    expect(receipts.tickOf('n1')).toBe('unkept')
    receipts.written(receipts.latest())
    expect(receipts.tickOf('n1')).toBe('kept')
    receipts.receipted(2)
    expect(receipts.tickOf('n1')).toBe('stored')
  })

  it('show what others wrote as stored', () => {
    expect(connected().tickOf('from-afar')).toBe('stored')
  })

  it('say stored when the server was faster than this disk, and stay so when the disk follows', () => {
    const receipts = connected()
    write(receipts, 'n1')
    receipts.receipted(2)
    expect(receipts.tickOf('n1')).toBe('stored')
    receipts.written(receipts.latest())
    expect(receipts.tickOf('n1')).toBe('stored')
  })

  it('wait again after an edit that the receipt does not cover', () => {
    const receipts = connected()
    write(receipts, 'n1')
    write(receipts, 'n1')
    receipts.written(receipts.latest())
    receipts.receipted(2)
    expect(receipts.tickOf('n1')).toBe('kept')
    expect(receipts.waiting()).toEqual(['n1'])
    receipts.receipted(3)
    expect(receipts.tickOf('n1')).toBe('stored')
  })

  it('keep a receipt through a lost connection', () => {
    const receipts = connected()
    write(receipts, 'n1')
    receipts.receipted(2)
    receipts.connectionOpened()
    expect(receipts.tickOf('n1')).toBe('stored')
  })
})

describe('counting frames', () => {
  it('counts nothing of a connection before its SyncStep2', () => {
    const receipts = createReceipts()
    receipts.connectionOpened()
    write(receipts, 'typed-while-connecting')
    expect(receipts.receipted(1)).toBe(false)
    expect(receipts.waiting()).toEqual(['typed-while-connecting'])
    receipts.sent('step2')
    expect(receipts.receipted(2)).toBe(true)
    expect(receipts.waiting()).toEqual([])
  })

  it('starts again with each connection: an old count means nothing in a new one', () => {
    const receipts = connected()
    write(receipts, 'n1')
    receipts.connectionOpened()
    expect(receipts.receipted(2)).toBe(false)
    receipts.sent('step2')
    write(receipts, 'n2')
    receipts.receipted(1)
    expect(receipts.waiting()).toEqual(['n2'])
  })

  it('does not believe in frames it never sent', () => {
    const receipts = connected()
    write(receipts, 'n1')
    expect(receipts.receipted(7)).toBe(false)
    expect(receipts.receipted(0)).toBe(false)
    expect(receipts.tickOf('n1')).toBe('unkept')
  })

  it('covers with a second SyncStep2 what a dropped update left out', () => {
    const receipts = connected()
    write(receipts, 'dropped-as-a-gap')
    receipts.sent('step2')
    receipts.receipted(3)
    expect(receipts.waiting()).toEqual([])
  })
})

const left = (writer: string, version: number, ...notes: string[]) => ({ writer, version, notes })

describe('what other sessions of this device left waiting', () => {
  it('is kept, not stored, until the first SyncStep2 is receipted', () => {
    const receipts = createReceipts()
    receipts.broughtIn()
    receipts.adopt([left('gone', 1, 'old')], true)
    expect(receipts.tickOf('old')).toBe('kept')
    expect(receipts.stored()).toBe(false)
    receipts.connectionOpened()
    receipts.sent('step2')
    expect(receipts.tickOf('old')).toBe('kept')
    expect(receipts.takeSettled()).toEqual([])
    receipts.receipted(1)
    expect(receipts.tickOf('old')).toBe('stored')
    expect(receipts.stored()).toBe(true)
    expect(receipts.takeSettled()).toEqual([left('gone', 1, 'old')])
    expect(receipts.takeSettled()).toEqual([])
  })

  it('does not hide an edit made before it was read', () => {
    const receipts = createReceipts()
    receipts.changed(['old'])
    receipts.adopt([left('gone', 1, 'old')], true)
    expect(receipts.tickOf('old')).toBe('unkept')
  })

  it('takes back both ticks of a room that is connected, until a frame with its rows is receipted', () => {
    const receipts = connected()
    receipts.broughtIn()
    receipts.sent('update')
    receipts.adopt([left('other-tab', 1, 'n1')], true)
    expect(receipts.tickOf('n1')).toBe('kept')
    expect(receipts.waiting()).toEqual(['n1'])
    expect(receipts.waitingHere()).toEqual([])
    receipts.receipted(2)
    expect(receipts.tickOf('n1')).toBe('stored')
    expect(receipts.stored()).toBe(true)
  })

  it('is stored at once where the server had told the same already', () => {
    const receipts = connected()
    receipts.adopt([left('other-tab', 1, 'n1')], true)
    expect(receipts.tickOf('n1')).toBe('stored')
    expect(receipts.takeSettled()).toHaveLength(1)
  })

  it('is over when the tab that wrote it takes its mark away', () => {
    const receipts = createReceipts()
    receipts.adopt([left('other-tab', 1, 'n1')], true)
    receipts.adopt([], true)
    expect(receipts.tickOf('n1')).toBe('stored')
    expect(receipts.stored()).toBe(true)
  })

  it('waits anew where that tab has written more', () => {
    const receipts = connected()
    receipts.adopt([left('other-tab', 1, 'n1')], true)
    receipts.broughtIn()
    receipts.adopt([left('other-tab', 2, 'n1')], true)
    expect(receipts.tickOf('n1')).toBe('kept')
  })

  it('is covered by no receipt while its rows can not be read', () => {
    const receipts = connected()
    receipts.adopt([left('gone', 1, 'n1')], false)
    receipts.changed(['n2'])
    receipts.sent('update')
    receipts.receipted(2)
    expect(receipts.tickOf('n1')).toBe('kept')
    receipts.broughtIn()
    receipts.adopt([left('gone', 1, 'n1')], true)
    receipts.sent('update')
    receipts.receipted(3)
    expect(receipts.tickOf('n1')).toBe('stored')
  })

  it('is no tick where the device keeps nothing', () => {
    const receipts = createReceipts(false)
    receipts.adopt([left('before', 1, 'n1')], true)
    expect(receipts.tickOf('n1')).toBe('unkept')
  })
})

describe('the room as a whole', () => {
  it('has nothing to store before the first edit', () => {
    expect(createReceipts().stored()).toBe(true)
    expect(createReceipts().kept()).toBe(true)
  })

  it('waits for a change that touched no note', () => {
    const receipts = connected()
    receipts.changed([])
    receipts.sent('update')
    expect(receipts.stored()).toBe(false)
    receipts.receipted(2)
    expect(receipts.stored()).toBe(true)
  })
})
