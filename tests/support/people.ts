/** Several people at once in real Chromium, each in a browser context of their own, against a real server process. */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { test as base, devices, expect } from '@playwright/test'
import type { Language } from '../../src/model/workshop.ts'
import type { Hall } from './hall.ts'
import { openHall } from './hall.ts'
import type { TestWorkshop } from './server.ts'
import { aWorkshop, temporaryFolder } from './server.ts'
import type { Words } from './words.ts'
import { WORDS } from './words.ts'

export type Device = 'laptop' | 'phone' | 'tablet'

const OF_DEVICE: Record<Device, BrowserContextOptions> = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: {
    viewport: { width: 360, height: 800 },
    userAgent: devices['Pixel 5'].userAgent,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  // A laptop's screen under fingers.
  tablet: {
    viewport: { width: 1280, height: 800 },
    userAgent: devices['Galaxy Tab S4 landscape'].userAgent,
    isMobile: true,
    hasTouch: true,
  },
}

type Fixtures = {
  /** What everybody here reads. */
  language: Language
  /** What their screens say. */
  words: Words
  /** The folder in which a server of the test's own keeps all; null: it shares one with others. */
  home: string | null
  /** What runs as the server, where it is not the product itself. */
  program: string | undefined
  hall: Hall
  workshop: TestWorkshop
  /**
   * A new person with a new browser profile. Every error on their page fails the test, and so does any link wherever it is
   * found but in the address bar: in an address, a referrer, the console, or what the server printed.
   */
  person(device: Device, link?: string): Promise<Page>
  /** Bu Ninik's own link: her canvas opens with it. */
  ninikLink: string
  /** Bu Ninik at her canvas. */
  ninik(device: Device): Promise<Page>
  /** Bu Sesilya, the facilitator, at the dashboard on a laptop. */
  sesilya(): Promise<Page>
  /** Bu Sesilya at Bu Ninik's canvas. */
  sesilyaWithNinik(): Promise<Page>
}

type WorkerFixtures = {
  /** The server of all tests that need none of their own: each makes its own workshop there. */
  sharedHall: Hall
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  language: ['id', { option: true }],
  words: async ({ language }, use) => {
    await use(WORDS[language])
  },
  sharedHall: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixture names from this pattern
    async ({}, use) => {
      const folder = temporaryFolder()
      const hall = await openHall(folder.path)
      await use(hall)
      await leave(hall)
      folder.remove()
    },
    { scope: 'worker' },
  ],
  home: [null, { option: true }],
  program: [undefined, { option: true }],
  hall: async ({ home, program, sharedHall }, use) => {
    const hall = home === null ? sharedHall : await openHall(home, program)
    // Whoever was here before may have stopped it.
    await hall.start()
    await use(hall)
    if (home !== null) await leave(hall)
  },
  workshop: async ({ hall }, use) => {
    await use(await aWorkshop(hall.origin))
  },
  person: async ({ browser, hall, language }, use) => {
    const errors: string[] = []
    // What stands behind the # stays in the browser.
    const sent = (url: string) => hall.overhear(url.replace(/#.*$/, ''))
    const contexts: { close(): Promise<void> }[] = []
    await use(async (device, link = hall.address) => {
      const context = await browser.newContext({
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        acceptDownloads: true,
        ...OF_DEVICE[device],
      })
      contexts.push(context)
      // Whatever tab they open.
      context.on('weberror', (error) => errors.push(error.error().message))
      context.on('console', (message) => hall.overhear(message.text()))
      context.on('page', (tab) => tab.on('websocket', (socket) => sent(socket.url())))
      context.on('request', (request) => {
        sent(request.url())
        hall.overhear(request.headers().referer ?? '')
      })
      const page = await context.newPage()
      if (language === 'en') await chooseEnglish(page, hall.address)
      if (language === 'id' || link !== hall.address) await page.goto(link)
      return page
    })
    for (const context of contexts) await context.close()
    expect(errors, 'no uncaught error on any page').toEqual([])
  },
  ninikLink: async ({ hall, workshop }, use) => {
    const [ninik] = workshop.members
    if (ninik?.name !== 'Bu Ninik') throw new Error('Bu Ninik comes first in the roster')
    await use(hall.link('member', ninik.capability))
  },
  ninik: async ({ person, ninikLink }, use) => {
    await use((device) => person(device, ninikLink))
  },
  sesilya: async ({ hall, workshop, person }, use) => {
    await use(() => person('laptop', hall.link('facilitator', workshop.capability)))
  },
  sesilyaWithNinik: async ({ sesilya }, use) => {
    await use(async () => {
      const page = await sesilya()
      await page.getByRole('link', { name: /Bu Ninik/ }).click()
      return page
    })
  },
})

export { expect }

async function leave(hall: Hall): Promise<void> {
  await hall.stop()
  expect(hall.leaked(), 'no link leaves the address bar').toEqual([])
}

/** Each story told to those who read Indonesian and to those who read English. */
export function inBothLanguages(stories: () => void): void {
  for (const language of ['id', 'en'] as const) {
    test.describe(language === 'id' ? 'in Indonesian' : 'in English', () => {
      test.use({ language })
      stories()
    })
  }
}

async function chooseEnglish(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'English', pressed: true })).toBeVisible()
}

/** The bytes of what a press downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await download.path())
}
