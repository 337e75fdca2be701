import type { Page } from '@playwright/test'
import { noteIn, noteOn, writeNote } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { either } from '../support/words.ts'

const bar = (page: Page) =>
  page
    .getByRole('status')
    .getByText(either(({ board }) => board.removed))
    .last()

async function remove(page: Page, text: string): Promise<void> {
  await noteOn(page, text).focus()
  await page.keyboard.press('Delete')
  await expect(bar(page)).toBeVisible()
}

// Rests on no word.
test('the undo bar goes once its step is taken back by keys, and stays while another is', async ({
  ninik,
  words,
}) => {
  const channels = words.zones.channels.name
  const member = await ninik('laptop')
  for (const text of ['Bazar', 'Titip di warung']) await writeNote(member, channels, text)
  // Under the mouse it stays as long as it has something to offer.
  await remove(member, 'Bazar')
  await bar(member).hover()
  await noteOn(member, 'Titip di warung').press('Control+d')
  await expect(noteOn(member, 'Titip di warung')).toHaveCount(2)
  await member.keyboard.press('Control+z')
  await expect(noteOn(member, 'Titip di warung')).toHaveCount(1)
  await expect(bar(member)).toBeVisible()
  await member.keyboard.press('Control+z')
  await expect(noteIn(member, channels, 'Bazar')).toBeVisible()
  await expect(bar(member)).toHaveCount(0)
})

inBothLanguages(() => {
  // Looked at in the moment in which each is there: by the time one waits for, the bar would be gone anyway.
  test('the undo bar comes along neither to the pages to print, nor onto the wall, nor out of the canvas', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, desk, workshop, zones } = words
    const member = await ninik('laptop')
    for (const text of ['Satu', 'Dua', 'Tiga']) await writeNote(member, zones.channels.name, text)
    await remove(member, 'Satu')
    await member.keyboard.press('Control+p')
    await member.getByRole('dialog', { name: workshop.canvas.print }).waitFor()
    expect(await bar(member).isVisible()).toBe(false)
    await member.keyboard.press('Escape')
    await expect(member.getByRole('dialog')).toHaveCount(0)

    await remove(member, 'Dua')
    await member.getByRole('button', { name: desk.present }).press('Enter')
    await member.getByRole('main', { name: desk.presenting.label }).waitFor()
    expect(await bar(member).isVisible()).toBe(false)

    const facilitator = await sesilyaWithNinik()
    await remove(facilitator, 'Tiga')
    await facilitator.getByRole('button', { name: board.allCanvases }).click()
    await facilitator.getByRole('link', { name: /Bu Ninik/ }).waitFor()
    expect(await bar(facilitator).count()).toBe(0)
  })
})
