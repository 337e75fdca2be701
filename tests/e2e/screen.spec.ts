import type { Page } from '@playwright/test'
import { boxOf } from '../support/boxes.ts'
import {
  menuOf,
  noteIn,
  noteOn,
  paste,
  pasteNotes,
  tabOn,
  writeNote,
  zoneOn,
} from '../support/canvasPage.ts'
import { openLegend } from '../support/legendDialog.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'

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

/** From now on this device's disk refuses every write. */
const refuseToKeep = (page: Page) =>
  page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse })
  })

inBothLanguages(() => {
  test('a canvas fits its window: nothing scrolls the page, however much lies on it', async ({
    ninik,
    words,
  }) => {
    const member = await ninik('laptop')
    for (const text of ['Pasar pagi', 'Titip di warung', 'Grup WA']) {
      await writeNote(member, words.zones.channels.name, text)
    }
    const tooHigh = () =>
      member.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - window.innerHeight)
    expect(await tooHigh()).toBeLessThanOrEqual(0)
    await tabOn(member, 'swot').click()
    await zoneOn(member, words.zones.strengths.name).waitFor()
    expect(await tooHigh()).toBeLessThanOrEqual(0)
  })

  test('colours are named in a dialog that shows all of itself on a low laptop, each with its mark', async ({
    sesilya,
    words,
  }) => {
    const { common } = words
    const page = await sesilya()
    const dialog = await openLegend(page, words)
    const fields = dialog.getByRole('textbox')
    await expect(fields).toHaveCount(10)
    for (const element of [
      fields.first(),
      fields.last(),
      dialog.getByRole('button', { name: common.save }),
    ]) {
      await expect(element).toBeInViewport({ ratio: 1 })
    }
    expect(await dialog.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(
      true,
    )
    await expect(dialog.getByRole('listitem').locator('svg')).toHaveCount(9)
  })

  test('who writes on a phone is told that the server is gone, and that the phone keeps nothing', async ({
    hall,
    ninik,
    words,
  }) => {
    const { label, banner } = words.save
    const phone = await ninik('phone')
    await phone.getByRole('button', { name: words.board.zone.write }).tap()
    const field = phone.getByRole('textbox')
    await field.fill('Pasar pagi')
    await expect(phone.getByRole('button', { name: new RegExp(`${label.stored}$`) })).toBeVisible()

    await hall.kill()
    await expect(phone.getByRole('button', { name: label.offline })).toBeVisible()
    await expect(phone.getByText(label.offline).first()).toBeInViewport()
    await expect(field).toBeFocused()

    await refuseToKeep(phone)
    await field.pressSequentially(' dan malam')
    await expect(phone.getByRole('alert')).toContainText(banner.cannotKeep('phone')[0])
    await expect(field).toBeFocused()
  })
})

test.describe('in English', () => {
  test.use({ language: 'en' })

  test('the longest name of a block stands on one line of a low laptop, beside its number', async ({
    ninik,
    words,
  }) => {
    const member = await ninik('laptop')
    const block = words.zones['customer-relationships'].name
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

// Rests on no word but a name.
test('on a narrow note the name of who types stands whole, inside the block', async ({
  ninik,
  sesilyaWithNinik,
  words,
}) => {
  const channels = words.zones.channels.name
  const member = await ninik('laptop')
  await writeNote(member, channels, 'Pasar')
  await writeNote(member, channels, 'Warung')
  const facilitator = await sesilyaWithNinik()
  await noteIn(facilitator, channels, 'Warung').click()
  const tag = zoneOn(member, channels).getByText('Bu Sesilya', { exact: true })
  await expect(tag).toBeVisible()
  const whole = await tag.evaluate((element) => element.scrollWidth <= element.clientWidth)
  expect(whole).toBe(true)
  const [zone, name] = [await boxOf(zoneOn(member, channels)), await boxOf(tag)]
  expect(name.right).toBeLessThanOrEqual(zone.right)
})

// Rests on no word.
test('the menu, the ticks and the mark of a note are seen without a mouse over it, and lie on no word', async ({
  ninik,
  words,
}) => {
  const channels = words.zones.channels.name
  const member = await ninik('laptop')
  const texts = [
    'Titip di warung dekat rumah dan kantin sekolah',
    'نبيع في السوق صباحا وعبر واتساب ومن الجيران والأصدقاء',
  ]
  for (const text of texts) await writeNote(member, channels, text)
  await writeNote(member, words.zones['key-partners'].name, 'Petani kedelai')
  await member.mouse.move(1, 1)
  for (const text of texts) {
    const opener = menuOf(member, text)
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
  const arabic = await boxOf(menuOf(member, texts[1] ?? ''))
  const note = await boxOf(noteOn(member, texts[1] ?? ''))
  expect(arabic.x, 'where its words end').toBeLessThan(note.x)

  // As small as notes get.
  for (let at = 0; at < 12; at++) {
    await zoneOn(member, channels).hover()
    await paste(member, `Warung ${at}`)
  }
  const lists = zoneOn(member, channels).locator('[data-dense]')
  await expect(lists).toBeAttached()
  for (const text of texts) expect((await coveredIn(member, text)).covered).toBe(0)
})
