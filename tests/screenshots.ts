/**
 * Pictures of the main screens at the sizes people have, from the sample workshop on a server of its own: all of them in
 * `.cache/screenshots` for looking at, and those that the README shows in `docs/screenshots`. After a build.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { parse } from 'valibot'
import config from '../playwright.config.ts'
import type { Role } from '../src/model/roles.ts'
import { createdSchema } from '../src/protocol/api.ts'
import { capabilityLink } from '../src/protocol/capability.ts'
import { aServer, call, mint, seatsOf } from './support/server.ts'

const SIZES = {
  1366: { viewport: { width: 1366, height: 768 } },
  1920: { viewport: { width: 1920, height: 1080 } },
  360: {
    viewport: { width: 360, height: 800 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
} as const
type Size = keyof typeof SIZES

const ALL = '.cache/screenshots'
const SHOWN = 'docs/screenshots'
const IN_README = ['board-1366', 'dashboard-1366', 'zone-360', 'print-1366']

for (const folder of [ALL, SHOWN]) mkdirSync(folder, { recursive: true })
const server = await aServer({ publicUrl: 'http://192.168.1.20:4321' })
const browser = await chromium.launch(config.use?.launchOptions)

const sample = parse(
  createdSchema,
  (await call(server.origin, 'POST', '/api/samples', { body: { language: 'id' } })).body,
)
const { seats } = await seatsOf(server.origin, sample.capability)
const ninik = seats.find((seat) => seat.name === 'Bu Ninik')
if (!ninik) throw new Error('the sample has no Bu Ninik')
const ofNinik = await mint(server.origin, sample.capability, ninik.seat)
const fragment = (role: Role, capability: string) => capabilityLink('', role, capability)

for (const size of [1366, 1920, 360] as const) {
  const visitor = await newPage(size, '/')
  await visitor.getByRole('heading', { level: 1 }).waitFor()
  await shootBoth(visitor, `landing-${size}`)

  const facilitator = await newPage(size, fragment('facilitator', sample.capability))
  await facilitator
    .getByText(/\d+ catatan/)
    .nth(size === 360 ? 1 : 10)
    .waitFor()
  await shootBoth(facilitator, `dashboard-${size}`)
  await facilitator.goto(`${server.origin}/#/w/${sample.workshop}/links`)
  await facilitator.getByRole('heading', { name: 'Simpan kunci ini dulu' }).waitFor()
  await shoot(facilitator, `links-${size}`)
  await facilitator.goto(`${server.origin}/#/new`)
  await facilitator
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill(
      'Pak Wawan, Keripik Singkong\nBu Ninik, Tahu Walik Kasih\nBu Ninik, Sempol\n, Warung soto',
    )
  await shoot(facilitator, `create-${size}`)

  const member = await newPage(size, fragment('member', ofNinik.capability))
  const write = size === 360 ? 'Tulis catatan' : 'Tulis catatan di Saluran'
  await member.getByRole('button', { name: write }).waitFor()
  await member.getByText('Selamat datang').waitFor({ state: 'hidden' })
  await shootBoth(member, `board-${size}`)
  await member.getByRole('button', { name: /SWOT/ }).click()
  await shoot(member, `swot-${size}`)
  await member.getByRole('button', { name: /Strategi/ }).click()
  await shoot(member, `tows-${size}`)
  if (size === 360) {
    await member.getByRole('button', { name: /BMC/ }).click()
    await member.getByRole('button', { name: /^Pembeli/ }).click()
    await member
      .getByRole('button', { name: /Pilihan catatan/ })
      .first()
      .waitFor()
    await shoot(member, `zone-${size}`)
  } else {
    await member.getByRole('button', { name: 'Tampilkan', exact: true }).click()
    await member.getByRole('main', { name: 'Layar proyektor' }).waitFor()
    await shoot(member, `wall-${size}`)
    await member.keyboard.press('Escape')
    await member.getByRole('button', { name: 'Cetak', exact: true }).click()
    await member.getByRole('img', { name: /halaman 1 dari/ }).waitFor()
    await shoot(member, `print-${size}`)
  }
  for (const page of [visitor, facilitator, member]) await page.context().close()
}

await browser.close()
await server.close()

async function newPage(size: Size, path: string): Promise<Page> {
  const context = await browser.newContext({
    ...SIZES[size],
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(server.origin + path)
  return page
}

/** In the light and in the dark theme; left light. */
async function shootBoth(page: Page, name: string): Promise<void> {
  const show = (theme: string) =>
    page.evaluate((wanted) => {
      document.documentElement.dataset.theme = wanted
    }, theme)
  await shoot(page, name)
  await show('dark')
  await shoot(page, `${name}-dark`)
  await show('light')
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const file = join(ALL, `${name}.png`)
  await page.screenshot({ path: file })
  if (IN_README.includes(name)) copyFileSync(file, join(SHOWN, `${name}.png`))
  console.log(name)
}
