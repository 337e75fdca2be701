import type { Page } from '@playwright/test'
import { noteIn, noteOn, writeNote } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

const bar = (page: Page) => page.getByRole('status').getByText('Catatan dihapus.')

async function remove(page: Page, text: string): Promise<void> {
  await noteOn(page, text).focus()
  await page.keyboard.press('Delete')
  await expect(bar(page)).toBeVisible()
}

test('the undo bar goes once its step is taken back by keys, and stays while another is', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  for (const text of ['Bazar', 'Titip di warung']) await writeNote(member, 'Saluran', text)
  // Under the mouse it stays as long as it has something to offer.
  await remove(member, 'Bazar')
  await bar(member).hover()
  await noteOn(member, 'Titip di warung').press('Control+d')
  await expect(noteOn(member, 'Titip di warung')).toHaveCount(2)
  await member.keyboard.press('Control+z')
  await expect(noteOn(member, 'Titip di warung')).toHaveCount(1)
  await expect(bar(member)).toBeVisible()
  await member.keyboard.press('Control+z')
  await expect(noteIn(member, 'Saluran', 'Bazar')).toBeVisible()
  await expect(bar(member)).toHaveCount(0)
})

// Looked at in the moment in which each is there: by the time one waits for, the bar would be gone anyway.
test('the undo bar comes along neither to the pages to print, nor onto the wall, nor out of the canvas', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  for (const text of ['Satu', 'Dua', 'Tiga']) await writeNote(member, 'Saluran', text)
  await remove(member, 'Satu')
  await member.keyboard.press('Control+p')
  await member.getByRole('dialog', { name: 'Cetak kanvas' }).waitFor()
  expect(await bar(member).isVisible()).toBe(false)
  await member.keyboard.press('Escape')
  await expect(member.getByRole('dialog')).toHaveCount(0)

  await remove(member, 'Dua')
  await member.getByRole('button', { name: 'Tampilkan' }).press('Enter')
  await member.getByRole('main', { name: 'Layar proyektor' }).waitFor()
  expect(await bar(member).isVisible()).toBe(false)

  const facilitator = await sesilyaWithNinik()
  await remove(facilitator, 'Tiga')
  await facilitator.getByRole('button', { name: 'Semua kanvas' }).click()
  await facilitator.getByRole('link', { name: /Bu Ninik/ }).waitFor()
  expect(await bar(facilitator).count()).toBe(0)
})
