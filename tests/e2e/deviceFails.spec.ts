import { expect, test } from '@playwright/test'
import type { DevicePage } from '../storage/devicePage.ts'
import { openDevicePage, serveDevice } from '../support/deviceOnPage.ts'

declare const guyub: DevicePage

test.beforeEach(({ context }) => serveDevice(context))

test.describe('storage that fails', () => {
  test('at opening: everything works from memory, and the device says so', async ({ context }) => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission', 'SecurityError')
      }
    })
    const page = await openDevicePage(context)
    const found = await page.evaluate(async () => {
      const device = await guyub.openDevice()
      await device.seats.put(guyub.aSeat('ninik'))
      const text = await guyub.openText(device)
      text.write('Pasar')
      await text.close()
      return {
        keeps: device.keeps,
        seats: (await device.seats.list()).length,
        tick: text.tick(),
        text: await guyub.textIn(device, guyub.aKey()),
      }
    })
    expect(found).toEqual({ keeps: false, seats: 1, tick: 'unkept', text: 'Pasar' })
  })

  test('for one edit: the next write that works carries it too', async ({ context }) => {
    const page = await openDevicePage(context)
    const ticks = await page.evaluate(async () => {
      const text = await guyub.openText(await guyub.openDevice())
      text.write('k0 ')
      await text.kept()
      const add = IDBObjectStore.prototype.add
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      const outcome = text.nextOutcome()
      text.write('k1 ')
      text.hurry()
      await outcome
      text.write('k2 ')
      const whileFull = text.tick()
      IDBObjectStore.prototype.add = add
      text.write('k3')
      await text.kept()
      return [whileFull, text.tick()]
    })
    expect(ticks).toEqual(['unkept', 'kept'])
    await page.reload()
    await page.waitForFunction(() => 'guyub' in globalThis)
    const text = await page.evaluate(async () =>
      guyub.textIn(await guyub.openDevice(), guyub.aKey()),
    )
    expect(text).toBe('k0 k1 k2 k3')
  })

  test('by being emptied while a canvas is open: the canvas writes itself again', async ({
    context,
  }) => {
    const page = await openDevicePage(context)
    const text = await page.evaluate(async () => {
      const open = await guyub.openText(await guyub.openDevice())
      open.write('Pasar ')
      await open.kept()
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('guyub')
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      })
      open.write('pagi')
      await open.kept()
      await open.close()
      return guyub.textIn(await guyub.openDevice(), guyub.aKey())
    })
    expect(text).toBe('Pasar pagi')
  })

  test('by a connection that dies without a word: it is opened again', async ({ context }) => {
    const page = await openDevicePage(context)
    const text = await page.evaluate(async () => {
      const open = await guyub.openText(await guyub.openDevice())
      open.write('Pasar ')
      await open.kept()
      const { transaction } = IDBDatabase.prototype
      let dead: IDBDatabase | null = null
      IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
        dead ??= this
        if (this === dead) throw new DOMException('connection is closing', 'InvalidStateError')
        return transaction.apply(this, given)
      }
      open.write('pagi')
      await open.kept()
      return guyub.textIn(await guyub.openDevice(), guyub.aKey())
    })
    expect(text).toBe('Pasar pagi')
  })

  test('for a seat: it is known until the page is closed', async ({ context }) => {
    const page = await openDevicePage(context)
    const found = await page.evaluate(async () => {
      const device = await guyub.openDevice()
      await device.seats.put(guyub.aSeat('ninik'))
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      await device.seats.put(guyub.aSeat('sari', { role: 'facilitator' }))
      await device.seats.update(guyub.aSeat('ninik').seat, { name: 'Bu Ninik S.' })
      const held = await device.drafts.put('roster', 'Pak Wawan')
      await device.preferences.set({ language: 'en' })
      const seats = (await device.seats.list()).map(({ seat, name }) => `${seat} ${name}`)
      IDBObjectStore.prototype.put = put
      const draft = await device.drafts.get('roster')
      const mended = await device.drafts.put('roster', 'Pak Wawan')
      return { seats: seats.sort(), draft, where: [held, mended] }
    })
    expect(found).toEqual({
      seats: ['ninik Bu Ninik S.', 'sari Bu Ninik'],
      draft: 'Pak Wawan',
      where: ['memory', 'kept'],
    })
  })
})
