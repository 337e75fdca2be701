/**
 * Pictures of the main screens at the sizes people have, from the sample workshop on a server of its own. They are for
 * looking at, and the README shows some of them. `npm run screenshots [folder]`
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import * as v from 'valibot'
import { startServer } from '../server/startServer.ts'
import { createdSchema, mintedSchema, seatListSchema } from '../src/protocol/api.ts'
import { capabilityLink } from '../src/protocol/capability.ts'
import { findBrowser } from './browser.mjs'

const SIZES = {
  1366: { width: 1366, height: 768 },
  1920: { width: 1920, height: 1080 },
  360: { width: 360, height: 800 },
} as const
type Size = keyof typeof SIZES

const out = process.argv[2] ?? 'docs/screenshots'
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'guyub-screenshots-'))
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  data: join(folder, 'guyub.sqlite'),
  log: () => {},
})
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})

async function api(method: string, path: string, capability?: string, body?: unknown) {
  const response = await fetch(server.origin + path, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(capability ? { Authorization: `Bearer ${capability}` } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  })
  return response.json() as Promise<unknown>
}

async function open(size: Size, path: string, language: 'id' | 'en' = 'id'): Promise<Page> {
  const phone = size === 360
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
  const page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`${name}.png`)
}

const sample = v.parse(
  createdSchema,
  await api('POST', '/api/samples', undefined, { language: 'id' }),
)
const facilitatorLink = new URL(capabilityLink(server.origin, 'facilitator', sample.capability))
const seats = v.parse(seatListSchema, await api('GET', '/api/seats', sample.capability))
const ninik = seats.seats.find((seat) => seat.name === 'Bu Ninik')
if (!ninik) throw new Error('the sample has no Bu Ninik')
const minted = v.parse(
  mintedSchema,
  await api('POST', `/api/seats/${ninik.seat}/capabilities`, sample.capability),
)
const memberPath = new URL(capabilityLink(server.origin, 'member', minted.capability)).hash

for (const size of [1366, 1920, 360] as const) {
  const start = await open(size, '/')
  await start.getByRole('heading', { level: 1 }).waitFor()
  await shoot(start, `landing-${size}`)
  await start.context().close()

  const board = await open(size, `/${facilitatorLink.hash}`)
  await board.getByRole('link', { name: /Bu Ninik/ }).waitFor()
  await board.getByText('Bu Imelda').waitFor()
  await shoot(board, `dashboard-${size}`)
  await board.goto(`${server.origin}/#/w/${sample.workshop}/links`)
  await board.getByText(seats.joinCode.code.slice(0, -2)).first().waitFor()
  await shoot(board, `links-${size}`)
  await board.goto(`${server.origin}/#/new`)
  await board.getByRole('heading', { level: 1 }).waitFor()
  await shoot(board, `create-${size}`)
  await board.context().close()

  const member = await open(size, `/${memberPath}`)
  await member.getByText('Bu Ninik').first().waitFor()
  await shoot(member, `board-${size}`)
  await member.getByRole('button', { name: /SWOT/ }).click()
  await shoot(member, `swot-${size}`)
  await member.context().close()
}

await browser.close()
await server.close()
rmSync(folder, { recursive: true, force: true })
