import type { Page } from '@playwright/test'
import { noteIn, writeNote, zoneOn } from '../support/canvasPage.ts'
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

test('the menu of a note is there without a mouse over it, and lies on no word of it', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const text = 'Titip di warung dekat rumah dan kantin sekolah'
  await writeNote(member, 'Saluran', text)
  await writeNote(member, 'Mitra Utama', 'Petani kedelai')
  await member.mouse.move(1, 1)
  const opener = member.getByRole('button', { name: `Pilihan catatan: ${text}` })
  const seen = await opener.evaluate((button, words) => {
    const note = [...document.querySelectorAll('[data-note]')].find(
      (each) => each.textContent === words,
    )
    const range = document.createRange()
    if (note) range.selectNodeContents(note)
    // Its dots are its ground, drawn within its padding.
    const { backgroundImage, opacity, paddingTop } = getComputedStyle(button)
    const box = button.getBoundingClientRect()
    const middle = (box.left + box.right) / 2
    const dots = {
      left: middle - 2,
      right: middle + 2,
      top: box.top + Number.parseFloat(paddingTop),
    }
    const covered = [...range.getClientRects()].filter(
      (line) =>
        line.width > 0 &&
        line.right > dots.left &&
        line.left < dots.right &&
        line.bottom - 3 > dots.top,
    )
    return {
      lines: range.getClientRects().length,
      covered: covered.length,
      drawn: backgroundImage !== 'none' && Number(opacity) === 1,
    }
  }, text)
  expect(seen.lines).toBeGreaterThan(1)
  expect(seen.covered).toBe(0)
  expect(seen.drawn).toBe(true)
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
