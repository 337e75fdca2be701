import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { deviceContract } from '../storage/deviceContract.ts'
import type { DevicePage } from '../storage/devicePage.ts'
import { openDevicePage, serveDevice } from '../support/deviceOnPage.ts'
import { HALL, OWN_MACHINE } from '../support/modulePage.ts'

declare const guyub: DevicePage

test.beforeEach(({ context }) => serveDevice(context))

test.describe('a device with IndexedDB, as every device', () => {
  // One page for all of them, each with a database of its own.
  let page: Page
  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext()
    await serveDevice(context)
    page = await openDevicePage(context)
  })
  test.afterAll(() => page.context().close())

  for (const { name } of deviceContract) {
    test(name, () => page.evaluate((which) => guyub.runCase(which), name))
  }
})

test.describe('a device with IndexedDB', () => {
  test('says that it keeps things, and has them after a reload', async ({ context }) => {
    const page = await openDevicePage(context)
    const keeps = await page.evaluate(async () => {
      const device = await guyub.openDevice()
      await device.seats.put(guyub.aSeat('ninik'))
      await device.preferences.set({ language: 'en' })
      await device.drafts.put('roster', 'Pak Wawan')
      await device.rooms.append(guyub.aKey(), guyub.updatesOf('Pasar'), guyub.mark('tab', 1, 'n1'))
      return device.keeps
    })
    expect(keeps).toBe(true)
    await page.reload()
    await page.waitForFunction(() => 'guyub' in globalThis)
    const found = await page.evaluate(async () => {
      const device = await guyub.openDevice()
      return {
        seats: (await device.seats.list()).length,
        language: (await device.preferences.get()).language,
        draft: await device.drafts.get('roster'),
        text: await guyub.textIn(device, guyub.aKey()),
        waiting: (await device.rooms.load(guyub.aKey())).waiting,
      }
    })
    expect(found).toEqual({
      seats: 1,
      language: 'en',
      draft: 'Pak Wawan',
      text: 'Pasar',
      waiting: [{ writer: 'tab', version: 1, notes: ['n1'] }],
    })
  })

  test('has what it said it kept when the tab dies the next moment', async ({ context }) => {
    const page = await openDevicePage(context)
    await page.evaluate(async () => {
      const text = await guyub.openText(await guyub.openDevice())
      text.write('Pasar pagi')
      await text.kept()
    })
    const devTools = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    devTools.send('Page.crash').catch(() => {}) // it never answers: the page is gone
    await crashed
    const again = await openDevicePage(context)
    const text = await again.evaluate(async () =>
      guyub.textIn(await guyub.openDevice(), guyub.aKey()),
    )
    expect(text).toBe('Pasar pagi')
  })

  test('asks once to be spared by the browser, after the first own edit', async ({ context }) => {
    const page = await openDevicePage(context, OWN_MACHINE)
    const asked = await page.evaluate(async () => {
      let count = 0
      navigator.storage.persist = async () => {
        count++
        return true
      }
      const { rooms } = await guyub.openDevice()
      await rooms.append(guyub.aKey(), guyub.updatesOf('received'), null)
      const before = count
      await rooms.append(guyub.aKey(), [], guyub.mark('tab', 1, 'n1'))
      await rooms.append(guyub.aKey(), [], guyub.mark('tab', 2, 'n1'))
      return { before, after: count }
    })
    expect(asked).toEqual({ before: 0, after: 1 })
  })

  test('needs no secure context', async ({ context }) => {
    const page = await openDevicePage(context, HALL)
    const found = await page.evaluate(async () => {
      const { rooms } = await guyub.openDevice()
      await rooms.append(guyub.aKey(), guyub.updatesOf('Pasar'), guyub.mark('tab', 1, 'n1'))
      return { secure: isSecureContext, rows: (await rooms.load(guyub.aKey())).updates.length }
    })
    expect(found).toEqual({ secure: false, rows: 5 })
  })
})

test.describe('two tabs on one seat', () => {
  test('write and compact at once, and nothing of either is lost', async ({ context }) => {
    const [one, two] = [await openDevicePage(context), await openDevicePage(context)]
    const write = (letters: string) => async (page: Page) =>
      page.evaluate(async (which) => {
        const { rooms } = await guyub.openDevice()
        for (const [index, update] of guyub.updatesOf(which.repeat(30)).entries()) {
          await rooms.append(guyub.aKey(), [update], null)
          if (index % 7 === 0) await rooms.compact(guyub.aKey())
        }
      }, letters)
    await Promise.all([write('a')(one), write('b')(two)])
    const text = await one.evaluate(async () =>
      guyub.textIn(await guyub.openDevice(), guyub.aKey()),
    )
    expect([...text].sort().join('')).toBe('a'.repeat(30) + 'b'.repeat(30))
  })

  test('hear of a seat that the other one was given', async ({ context }) => {
    const [one, two] = [await openDevicePage(context), await openDevicePage(context)]
    await one.evaluate(async () => {
      const device = await guyub.openDevice()
      const heard = new Promise<number>((resolve) => {
        device.seats.subscribe(async () => resolve((await device.seats.list()).length))
      })
      Object.assign(globalThis, { heard })
    })
    await two.evaluate(async () => {
      const device = await guyub.openDevice()
      await device.seats.put(guyub.aSeat('ninik'))
    })
    const seats = await one.evaluate(
      () => (globalThis as unknown as { heard: Promise<number> }).heard,
    )
    expect(seats).toBe(1)
  })

  test('stay able to write when one brings a newer version of the store', async ({ context }) => {
    const [old, newer] = [await openDevicePage(context), await openDevicePage(context)]
    await old.evaluate(async () => {
      const text = await guyub.openText(await guyub.openDevice())
      text.write('lama ')
      await text.kept()
      Object.assign(globalThis, { text })
    })
    await newer.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('guyub', 20)
          request.onupgradeneeded = () => request.result.createObjectStore('ofTomorrow')
          request.onerror = () => reject(request.error)
          request.onsuccess = () => {
            request.result.close()
            resolve()
          }
        }),
    )
    const kept = await old.evaluate(async () => {
      const { text } = globalThis as unknown as {
        text: Awaited<ReturnType<typeof guyub.openText>>
      }
      text.write('baru')
      await text.kept()
      return guyub.textIn(await guyub.openDevice(), guyub.aKey())
    })
    expect(kept).toBe('lama baru')
  })
})
