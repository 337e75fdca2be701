import type { Page } from '@playwright/test'
import { noteIn, noteOn, paste, pasteNotes, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

test('a canvas fits its window: nothing scrolls the page, however much lies on it', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  for (const text of ['Pasar pagi', 'Titip di warung', 'Grup WA']) {
    await writeNote(member, 'Saluran', text)
  }
  const tooHigh = () =>
    member.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - window.innerHeight)
  expect(await tooHigh()).toBeLessThanOrEqual(0)
  await member.getByRole('button', { name: /SWOT/ }).click()
  await zoneOn(member, 'Kekuatan').waitFor()
  expect(await tooHigh()).toBeLessThanOrEqual(0)
})

type Fit = { fits: boolean; snug: boolean; typePx: number; fade: string; pageScrolls: boolean }

/** How the notes of a block lie there. */
const fitOf = (page: Page, zone: string): Promise<Fit> =>
  zoneOn(page, zone).evaluate((block) => {
    const box = block.querySelector<HTMLElement>('[data-scrolls]')
    const note = block.querySelector('[data-note]')
    if (!box || !note) throw new Error('no notes lie there')
    return {
      fits: box.scrollHeight <= box.clientHeight + 1,
      snug: 'snug' in box.dataset,
      typePx: Number.parseFloat(getComputedStyle(note).fontSize),
      fade: box.dataset.fade ?? '',
      pageScrolls: (document.scrollingElement?.scrollHeight ?? 0) > window.innerHeight,
    }
  })

/** One note more at a time, until the block has to scroll; how it lay after each. */
async function fill(page: Page, zone: string, most: number): Promise<Fit[]> {
  const seen: Fit[] = []
  while (seen.length < most && seen.at(-1)?.fits !== false) {
    const text = `Tetangga ${await zoneOn(page, zone).getByRole('listitem').count()}`
    await zoneOn(page, zone).hover()
    await paste(page, text)
    await noteIn(page, zone, text).waitFor()
    // What scrolls has taken every step before.
    await expect
      .poll(async () => {
        const { fits, typePx } = await fitOf(page, zone)
        return fits || typePx === DENSE_PX
      })
      .toBe(true)
    seen.push(await fitOf(page, zone))
  }
  return seen
}

/** As design has it: the one step down on a laptop. */
const DENSE_PX = 13

test('in a full block papers and then the type give way before it scrolls, and the page never does', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const zone = 'Segmen Pelanggan'
  await writeNote(member, zone, 'Pembeli pertama')
  for (const [size, typePx] of [
    [{ width: 1366, height: 768 }, 15],
    [{ width: 1920, height: 1080 }, 16],
  ] as const) {
    await member.setViewportSize(size)
    // With more room, what had become small is large again.
    await expect.poll(async () => (await fitOf(member, zone)).typePx).toBe(typePx)
    const steps = await fill(member, zone, 60)
    const large = steps.filter((step) => step.typePx === typePx)
    const dense = steps.filter((step) => step.typePx === DENSE_PX)
    expect(large[0]).toMatchObject({ fits: true, fade: '' })
    expect(
      large.some((step) => step.snug),
      'papers give way first',
    ).toBe(true)
    expect(
      dense.some((step) => step.fits),
      'the type does before the block scrolls',
    ).toBe(true)
    expect([...large, ...dense], 'one step down, and none back').toEqual(steps)
    // Where it has scrolled to by then is no matter here.
    expect(steps.at(-1)).toMatchObject({ fits: false, fade: expect.stringMatching(/above|below/) })
    expect(steps.some((step) => step.pageScrolls)).toBe(false)
  }

  const box = zoneOn(member, zone).locator('[data-scrolls]')
  await box.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(box).toHaveAttribute('data-fade', 'above')
})

test('beside the strategies notes make room for each other and then fade, and a long strategy leaves its neighbour as it is', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const tabs = member.getByRole('navigation', { name: 'Lembar' })
  const strengths = zoneOn(member, 'Kekuatan')
  const list = strengths.locator('[data-fade]')
  const several = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `Resep ${from + at}`)

  await tabs.getByRole('button', { name: /^SWOT/ }).click()
  await pasteNotes(member, 'Kekuatan', several(1, 6))
  await tabs.getByRole('button', { name: /^Strategi/ }).click()
  await expect(list).toHaveAttribute('data-fade', '')
  await expect(strengths.getByRole('button', { name: /^S6/ })).toBeInViewport({ ratio: 1 })

  await tabs.getByRole('button', { name: /^SWOT/ }).click()
  await pasteNotes(member, 'Kekuatan', several(7, 16))
  await tabs.getByRole('button', { name: /^Strategi/ }).click()
  await expect(list).toHaveAttribute('data-fade', 'below')

  const long = 'Titip contoh ke setiap kantin kantor. '.repeat(4).trim()
  await pasteNotes(member, 'Strategi SO', ['Kirim', long])
  const height = (text: string) =>
    noteIn(member, 'Strategi SO', text).evaluate((face) => face.parentElement?.offsetHeight ?? 0)
  expect(await height('Kirim')).toBeLessThan(await height(long))
})

test('colours are named in a dialog that shows all of itself on a low laptop, each with its mark', async ({
  sesilya,
}) => {
  const page = await sesilya()
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('menuitem', { name: 'Arti warna dan tanda' }).click()
  const dialog = page.getByRole('dialog')
  const fields = dialog.getByRole('textbox')
  await expect(fields).toHaveCount(10)
  for (const element of [
    fields.first(),
    fields.last(),
    dialog.getByRole('button', { name: 'Simpan' }),
  ]) {
    await expect(element).toBeInViewport({ ratio: 1 })
  }
  expect(await dialog.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(
    true,
  )
  await expect(dialog.getByRole('listitem').locator('svg')).toHaveCount(9)
})

test.describe('in English', () => {
  test.use({ language: 'en' })

  test('the longest name of a block stands on one line of a low laptop, beside its number', async ({
    ninik,
  }) => {
    const member = await ninik('laptop')
    const block = 'Customer Relationships'
    await pasteNotes(
      member,
      block,
      Array.from({ length: 10 }, (_, at) => `Hello ${at}`),
    )
    const lines = await zoneOn(member, block)
      .getByRole('heading')
      .evaluate((heading) => {
        const range = document.createRange()
        range.selectNodeContents(heading)
        return range.getClientRects().length
      })
    expect(lines).toBe(1)
  })
})

test('on a narrow note the name of who types stands whole, inside the block', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Pasar')
  await writeNote(member, 'Saluran', 'Warung')
  const facilitator = await sesilyaWithNinik()
  await noteIn(facilitator, 'Saluran', 'Warung').click()
  const tag = zoneOn(member, 'Saluran').getByText('Bu Sesilya', { exact: true })
  await expect(tag).toBeVisible()
  const whole = await tag.evaluate((element) => element.scrollWidth <= element.clientWidth)
  expect(whole).toBe(true)
  const [zone, name] = [await zoneOn(member, 'Saluran').boundingBox(), await tag.boundingBox()]
  if (!zone || !name) throw new Error('it is not on screen')
  expect(name.x + name.width).toBeLessThanOrEqual(zone.x + zone.width)
})

/** Lines of a note's words, and how many of them its ⋮, its ticks or its mark lie on. */
const coveredIn = (page: Page, text: string): Promise<{ lines: number; covered: number }> =>
  noteOn(page, text).evaluate((face) => {
    const note = face.parentElement
    const opener = note?.querySelector('[aria-haspopup="dialog"]')
    if (!note || !opener) throw new Error('it has no ⋮')
    // Its dots are its ground, drawn within its padding.
    const { left, right, top, bottom } = opener.getBoundingClientRect()
    const middle = (left + right) / 2
    const above = Number.parseFloat(getComputedStyle(opener).paddingTop)
    const signs = [...note.querySelectorAll('span[role="img"], span[aria-hidden="true"]')]
      .map((sign) => sign.getBoundingClientRect())
      .concat(new DOMRect(middle - 2, top + above, 4, bottom - top - above))
    const range = document.createRange()
    range.selectNodeContents(face)
    const lines = [...range.getClientRects()].filter((line) => line.width > 0)
    const isOn = (line: DOMRect, sign: DOMRect) =>
      line.right > sign.left &&
      line.left < sign.right &&
      line.bottom - 3 > sign.top &&
      line.top + 3 < sign.bottom
    return {
      lines: lines.length,
      covered: lines.filter((line) => signs.some((sign) => isOn(line, sign))).length,
    }
  })

test('the menu, the ticks and the mark of a note are seen without a mouse over it, and lie on no word', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const texts = [
    'Titip di warung dekat rumah dan kantin sekolah',
    'نبيع في السوق صباحا وعبر واتساب ومن الجيران والأصدقاء',
  ]
  for (const text of texts) await writeNote(member, 'Saluran', text)
  await writeNote(member, 'Mitra Utama', 'Petani kedelai')
  await member.mouse.move(1, 1)
  for (const text of texts) {
    const opener = member.getByRole('button', { name: `Pilihan catatan: ${text}` })
    await expect(opener).toBeVisible()
    const drawn = await opener.evaluate((button) => {
      const { backgroundImage, opacity } = getComputedStyle(button)
      return backgroundImage !== 'none' && Number(opacity) === 1
    })
    expect(drawn).toBe(true)
    const seen = await coveredIn(member, text)
    expect(seen.lines).toBeGreaterThan(1)
    expect(seen.covered).toBe(0)
  }
  const arabic = await member
    .getByRole('button', { name: `Pilihan catatan: ${texts[1]}` })
    .boundingBox()
  const note = await noteOn(member, texts[1] ?? '').boundingBox()
  if (!arabic || !note) throw new Error('it is not on screen')
  expect(arabic.x, 'where its words end').toBeLessThan(note.x)

  // As small as notes get.
  for (let at = 0; at < 12; at++) {
    await zoneOn(member, 'Saluran').hover()
    await paste(member, `Warung ${at}`)
  }
  const lists = zoneOn(member, 'Saluran').locator('[data-dense]')
  await expect(lists).toBeAttached()
  for (const text of texts) expect((await coveredIn(member, text)).covered).toBe(0)
})

/** From now on this device's disk refuses every write. */
const refuseToKeep = (page: Page) =>
  page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse })
  })

test('who writes on a phone is told that the server is gone, and that the phone keeps nothing', async ({
  hall,
  ninik,
}) => {
  const phone = await ninik('phone')
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  const field = phone.getByRole('textbox')
  await field.fill('Pasar pagi')
  await expect(phone.getByRole('button', { name: /Tersimpan$/ })).toBeVisible()

  await hall.kill()
  await expect(phone.getByRole('button', { name: /Menunggu sinyal/ })).toBeVisible()
  await expect(phone.getByText('Menunggu sinyal').first()).toBeInViewport()
  await expect(field).toBeFocused()

  await refuseToKeep(phone)
  await field.pressSequentially(' dan malam')
  await expect(phone.getByRole('alert')).toContainText('HP ini belum bisa menyimpan.')
  await expect(field).toBeFocused()
})
