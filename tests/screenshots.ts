/**
 * `npm run screenshots`: pictures of the screens at the sizes people have, from the sample workshop on a server of its own.
 * All of them go to `.cache/screenshots` for looking at, and those that the README shows to `docs/screenshots`.
 */
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import config from '../playwright.config.ts'
import { id } from '../src/i18n/id.ts'
import type { Role } from '../src/model/roles.ts'
import { capabilityLink } from '../src/protocol/capability.ts'
import { middleOf } from './support/boxes.ts'
import { noteOn, writeNote } from './support/canvasPage.ts'
import { fingerOn } from './support/finger.ts'
import { menuOf, noteOnPhone, openZone } from './support/phonePage.ts'
import { aSample } from './support/sample.ts'
import { aServer, call, mint, seatsOf } from './support/server.ts'
import { shoot, shootBoth } from './support/shoot.ts'

const SIZES = {
  1366: { viewport: { width: 1366, height: 768 } },
  1920: { viewport: { width: 1920, height: 1080 } },
  360: {
    viewport: { width: 360, height: 800 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
  // The lowest phone.
  640: {
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
} as const
type Size = keyof typeof SIZES

const STEP = 'Titip contoh di dua kantin kantor'

const server = await aServer({ publicUrl: 'http://192.168.1.20:4321' })
// As on a screen of today: whole pixels between letters would run words together.
const options = config.use?.launchOptions
const args = [...(options?.args ?? []), '--font-render-hinting=none']
const browser = await chromium.launch({ ...options, args })
const sample = await aSample(server.origin)

await writeStrategy()
const inTheHall = await Promise.all(['Bu Ninik', 'Pak Wawan', 'Bu Yuliana', 'Bu Rika'].map(atPhone))
for (const size of [1366, 1920, 360] as const) {
  await shootStart(size)
  await shootFacilitator(size)
}
for (const size of [1366, 1920] as const) {
  await shootLaptop(size)
  await shootWork(size)
}
for (const phone of inTheHall) await phone.context().close()
await shootLowPhone()
await shootPhone()
await browser.close()
await server.close()

/** The sample has no strategies yet: one that joins two notes and is for this week. */
async function writeStrategy(): Promise<void> {
  const page = await memberPage(1366)
  await page.getByRole('button', { name: /^Strategi/ }).click()
  await writeNote(page, 'Strategi SO', STEP)
  await page.getByRole('button', { name: 'Pasangkan' }).click()
  const choice = page.getByRole('dialog', { name: 'Pasangkan dengan catatan mana?' })
  for (const code of [/^S1/, /^O1/]) await choice.getByRole('button', { name: code }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: `Pilihan catatan: ${STEP}` }).click()
  await page.getByRole('button', { name: 'Kerjakan minggu ini' }).click()
  await page.getByRole('button', { name: /Tersimpan$/ }).waitFor()
  await page.context().close()
}

/** A member who looks at the first zone of their canvas. */
async function atPhone(name: string): Promise<Page> {
  const { seats } = await seatsOf(server.origin, sample.capability)
  const seat = seats.find((each) => each.name === name)
  const { capability } = await mint(server.origin, sample.capability, seat?.seat ?? '')
  const page = await newPage(360, fragment('member', capability))
  await openZone(page, 'customer-segments')
  return page
}

async function shootStart(size: Size): Promise<void> {
  const page = await newPage(size, '/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shootBoth(page, `landing-${size}`)
  await page.context().close()
}

async function shootFacilitator(size: Size): Promise<void> {
  const page = await newPage(size, fragment('facilitator', sample.capability))
  await page
    .getByText(/\d+ catatan/)
    .nth(size === 360 ? 1 : 10)
    .waitFor()
  await page.getByText(/4 tersambung/).waitFor()
  await shootBoth(page, `dashboard-${size}`)
  await page.goto(`${server.origin}/#/w/${sample.workshop}/links`)
  await page.getByRole('heading', { name: 'Simpan kunci ini dulu' }).waitFor()
  await shoot(page, `links-${size}`)
  await page.goto(`${server.origin}/#/new`)
  await page
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill(
      'Pak Wawan, Keripik Singkong\nBu Ninik, Tahu Walik Kasih\nBu Ninik, Sempol\n, Warung soto',
    )
  await page.getByText('2 perlu dijawab').waitFor()
  await shoot(page, `create-${size}`)
  await page.context().close()
}

/** The facilitator at Bu Ninik's canvas, who is there too. */
async function shootLaptop(size: 1366 | 1920): Promise<void> {
  const page = await newPage(size, fragment('facilitator', sample.capability))
  await page.getByRole('link', { name: /Bu Ninik/ }).click()
  await noteOn(page, 'Tetangga dan anak-anak').waitFor()
  await shootBoth(page, `board-${size}`)
  await page.getByRole('button', { name: 'Tampilkan', exact: true }).click()
  const wall = page.getByRole('main', { name: 'Layar proyektor' })
  await wall.waitFor()
  await shootBoth(page, `wall-${size}`)
  await page.keyboard.press('Escape')
  await wall.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Cetak', exact: true }).click()
  await page.getByRole('img', { name: /halaman 1 dari/ }).waitFor()
  await shootBoth(page, `print-${size}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: /^SWOT/ }).click()
  await shoot(page, `swot-${size}`)
  await page.getByRole('button', { name: 'Ambil dari kanvas ke Kelemahan' }).click()
  await page.getByRole('complementary', { name: 'Ambil dari kanvas' }).waitFor()
  await shoot(page, `take-${size}`)
  await page.getByRole('button', { name: /^Strategi/ }).click()
  await noteOn(page, STEP).waitFor()
  await shoot(page, `tows-${size}`)
  await page.getByRole('button', { name: /^Pasangan:/ }).click()
  await page.getByRole('dialog', { name: 'Pasangkan dengan catatan mana?' }).waitFor()
  await shoot(page, `pair-${size}`)
  await page.context().close()
}

/** Bu Ninik at work on a laptop; what she does is taken back, or is hers alone. */
async function shootWork(size: 1366 | 1920): Promise<void> {
  const page = await memberPage(size)
  const note = 'Tetangga dan anak-anak'
  await page.getByRole('button', { name: id.board.help.open('Saluran') }).click()
  await page.getByRole('complementary', { name: 'Saluran' }).waitFor()
  await noteOn(page, note).click()
  await page.getByRole('textbox', { name: 'Isi catatan' }).waitFor()
  await shoot(page, `help-${size}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: id.board.help.open('Saluran') }).click()
  await menuOf(page, note).click()
  await page.getByRole('dialog').getByText('Hapus').waitFor()
  await shoot(page, `menu-${size}`)
  await page.keyboard.press('Escape')
  await noteOn(page, note).click({ modifiers: ['Shift'] })
  await page
    .locator('[data-zone="channels"] [data-note]')
    .first()
    .click({ modifiers: ['Shift'] })
  await page.getByText('2 catatan dipilih').waitFor()
  await shootBoth(page, `selected-${size}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^SWOT/ }).click()
  await page.getByRole('button', { name: 'Ambil dari kanvas ke Peluang' }).click()
  const rail = page.getByRole('complementary', { name: 'Ambil dari kanvas' })
  await rail
    .getByRole('button', { name: new RegExp(note) })
    .first()
    .click()
  await noteOn(page, note).waitFor()
  await shoot(page, `linked-${size}`)
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /^BMC/ }).click()
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Channels' }).waitFor()
  await shoot(page, `english-${size}`)
  await page.context().close()
}

/** 360 × 640: maps of all tabs, and a zone over which the keyboard lies. */
async function shootLowPhone(): Promise<void> {
  const page = await memberPage(640)
  await shoot(page, 'board-640')
  for (const [tab, name] of [
    [/^SWOT/, 'swot'],
    [/^Strategi/, 'tows'],
    [/^BMC/, ''],
  ] as const) {
    await page.getByRole('button', { name: tab }).tap()
    if (name) await shoot(page, `${name}-640`)
  }
  await openZone(page, 'customer-segments')
  await noteOnPhone(page, 'Tetangga dan anak-anak').tap()
  await page.locator('textarea').waitFor()
  await page.setViewportSize({ width: 360, height: 360 })
  await shoot(page, 'writing-640')
  await page.context().close()
}

async function shootPhone(): Promise<void> {
  const page = await memberPage(360)
  const sheet = page.getByRole('dialog')
  const note = 'Tetangga dan anak-anak'
  await shootBoth(page, 'board-360')
  await openZone(page, 'customer-segments')
  await menuOf(page, note).waitFor()
  await shootBoth(page, 'zone-360')
  await menuOf(page, note).tap()
  await sheet.getByRole('button', { name: 'Hapus' }).waitFor()
  await shoot(page, 'note-360')
  await page.goBack()
  await sheet.waitFor({ state: 'hidden' })

  const finger = await fingerOn(page)
  await finger.down(await middleOf(noteOnPhone(page, note)))
  await page.getByRole('status').getByText('diangkat dari').waitFor({ state: 'attached' })
  await finger.moveTo({ x: 180, y: 400 })
  await finger.moveTo(await middleOf(page.locator('[data-cell="channels"]')))
  await page.getByText('Jalan ke pembeli', { exact: true }).waitFor()
  await shoot(page, 'drag-360')
  await finger.moveTo(await middleOf(page.getByText('Lepas di sini untuk batal')))
  await finger.up()
  await page.getByRole('button', { name: 'Kembali ke peta' }).tap()

  await page.getByRole('button', { name: /^SWOT/ }).tap()
  await shoot(page, 'swot-360')
  await openZone(page, 'strengths')
  await page.getByRole('button', { name: 'Ambil dari kanvas' }).tap()
  await sheet.getByRole('listitem').first().waitFor()
  await shoot(page, 'take-360')
  await page.goBack()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await page.getByRole('button', { name: /^Strategi/ }).tap()
  await shoot(page, 'tows-360')
  await openZone(page, 'tows-so')
  for (const code of [/^S1/, /^O2/]) await page.getByRole('button', { name: code }).first().tap()
  await page.getByRole('button', { name: 'Tulis langkah S1 + O2' }).waitFor()
  await shoot(page, 'pair-360')
  await page.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await page.getByRole('button', { name: 'Lainnya' }).tap()
  await page.getByRole('menuitem', { name: 'Cetak' }).tap()
  await page.getByRole('img', { name: /halaman 1 dari/ }).waitFor()
  await shoot(page, 'print-360')

  await page.goto(`${server.origin}/#/mine`)
  await page.getByRole('link', { name: 'Buka kanvas saya' }).waitFor()
  await shoot(page, 'mine-360')
  await revokeNinik()
  await page.goto(`${server.origin}${fragment('member', sample.ninik)}`)
  await page.getByRole('heading', { name: 'Link ini sudah diganti' }).waitFor()
  await shoot(page, 'revoked-360')
  await page.context().close()
}

async function revokeNinik(): Promise<void> {
  const { capability } = sample
  const { seats } = await seatsOf(server.origin, capability)
  const ninik = seats.find((seat) => seat.name === 'Bu Ninik')
  await call(server.origin, 'DELETE', `/api/seats/${ninik?.seat}/capabilities`, { capability })
}

function fragment(role: Role, capability: string): string {
  return capabilityLink('', role, capability)
}

/** Bu Ninik's canvas, opened once already: the welcome is gone. */
async function memberPage(size: Size): Promise<Page> {
  const page = await newPage(size, fragment('member', sample.ninik))
  await page.getByText('Selamat datang').waitFor()
  await page.reload()
  await page.getByText('Tahu Walik').first().waitFor()
  return page
}

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
