import type { Page } from '@playwright/test'
import { menuOf, noteIn, noteOn, notesIn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import type { Words } from '../support/words.ts'

const press = async (page: Page, note: string, ...names: string[]) => {
  await menuOf(page, note).click()
  for (const name of names) {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }
}

/** Both change the same notes, the member without signal; then the signal comes back. */
async function apart(member: Page, { save }: Words, act: () => Promise<void>): Promise<void> {
  await member.context().setOffline(true)
  await expect(member.getByRole('button', { name: save.label.offline })).toBeVisible()
  await act()
  await member.context().setOffline(false)
}

inBothLanguages(() => {
  test('who lost a note to another hand is told by whom, and can do it again with one press', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones, common } = words
    const [channels, partners] = [zones.channels.name, zones['key-partners'].name]
    const segments = zones['customer-segments'].name
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Bazar')
    await writeNote(member, channels, 'Titip')
    const facilitator = await sesilyaWithNinik()
    await noteIn(facilitator, channels, 'Titip').waitFor()
    await apart(member, words, async () => {
      await press(member, 'Bazar', board.note.moveTo, partners)
      await press(facilitator, 'Bazar', board.note.moveTo, segments)
    })

    // Which of two moves at once comes out on top is decided by lot: the other one is told.
    const told = (page: Page, by: string) => page.getByText(board.overtaken.place(by, 'Bazar'))
    const loser = await Promise.any(
      (
        [
          [member, 'Bu Sesilya', partners],
          [facilitator, 'Bu Ninik', segments],
        ] as const
      ).map(async ([page, by, wanted]) => {
        await told(page, by).waitFor({ timeout: 30_000 })
        return { page, wanted }
      }),
    )
    await loser.page.getByRole('button', { name: board.again }).click()
    for (const page of [member, facilitator]) {
      await expect(noteIn(page, loser.wanted, 'Bazar')).toBeVisible()
      await expect(noteOn(page, 'Bazar')).toHaveCount(1)
    }

    // One recolours while the other moves: both have what they wanted, and nobody is told anything.
    await apart(member, words, async () => {
      await press(member, 'Titip', common.colours.ungu)
      await press(facilitator, 'Titip', board.note.moveTo, partners)
    })
    for (const page of [member, facilitator]) {
      await expect(noteIn(page, partners, 'Titip')).toBeVisible()
      await expect(zoneOn(page, partners).locator('.paper-ungu')).toHaveCount(1)
      await expect(noteOn(page, 'Titip')).toHaveCount(1)
      await expect(page.getByText(/“Titip”/)).toHaveCount(0)
    }
  })

  test('a note deleted here and moved or rewritten there is gone on both screens, said to whom it was, and brought back whole', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const [channels, partners] = [zones.channels.name, zones['key-partners'].name]
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Bazar')
    const facilitator = await sesilyaWithNinik()
    await noteIn(facilitator, channels, 'Bazar').waitFor()
    await apart(member, words, async () => {
      await press(member, 'Bazar', board.note.moveTo, partners)
      await noteIn(member, partners, 'Bazar').click()
      await member.keyboard.press('End')
      await member.keyboard.type(' Minggu')
      await member.keyboard.press('Escape')
      await press(facilitator, 'Bazar', board.note.remove)
      await expect(noteOn(facilitator, 'Bazar')).toHaveCount(0)
    })
    await expect(
      member.getByText(board.overtaken.removed('Bu Sesilya', 'Bazar Minggu', 0)),
    ).toBeVisible()
    const back = member.getByRole('status').getByRole('button', { name: board.restored })
    await back.focus()
    for (const page of [member, facilitator]) {
      await expect(page.locator('[data-note]')).toHaveCount(0)
    }
    await back.click()
    for (const page of [member, facilitator]) {
      await expect(notesIn(page, partners)).toHaveText(['Bazar Minggu'])
    }
  })
})
