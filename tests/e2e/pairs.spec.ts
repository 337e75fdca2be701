import type { ZoneId } from '../../src/model/zones.ts'
import { noteIn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { zoneName } from '../support/words.ts'

inBothLanguages(() => {
  test('an empty strategy cell names the picked pair, and every line pasted into it joins that pair', async ({
    ninik,
    words,
  }) => {
    const { board } = words
    const nameOf = (zone: ZoneId) => zoneName(words, zone)
    const page = await ninik('laptop')
    const tabs = page.getByRole('navigation', { name: board.tabsLabel })
    await tabs.getByRole('button', { name: board.tabs.swot }).click()
    await writeNote(page, nameOf('strengths'), 'Resep keluarga')
    await writeNote(page, nameOf('opportunities'), 'Toko oleh-oleh')
    await tabs.getByRole('button', { name: board.tabs.tows }).click()
    const cell = zoneOn(page, nameOf('tows-so'))
    const pick = async () => {
      for (const code of [/^S1/, /^O1/]) await page.getByRole('button', { name: code }).click()
    }
    const write = cell.getByRole('button', { name: board.strategy.writeFor('S1 + O1') })
    await expect(cell.getByRole('button', { name: board.zone.write, exact: true })).toBeVisible()
    await pick()
    // One beside its name, one where its notes are going to lie.
    await expect(write).toHaveCount(2)
    await expect(cell.getByRole('button', { name: board.zone.write, exact: true })).toHaveCount(0)
    await expect(
      zoneOn(page, nameOf('tows-wo')).getByRole('button', { name: board.zone.write, exact: true }),
    ).toBeVisible()

    await cell.hover()
    await paste(page, 'Titip contoh\nIkut bazar')
    await page.getByRole('button', { name: board.paste.several(2) }).click()
    const pairs = cell.getByRole('button', { name: board.strategy.pairOf('S1, O1') })
    await expect(noteIn(page, nameOf('tows-so'), 'Ikut bazar')).toBeVisible()
    await expect(pairs).toHaveCount(2)
    await expect(write, 'the pair is used').toHaveCount(0)

    // Into an open field too.
    await pick()
    await write.click()
    await paste(page, 'Tulis label\nJaga resep')
    await page.getByRole('button', { name: board.paste.several(2) }).click()
    await expect(noteIn(page, nameOf('tows-so'), 'Jaga resep')).toBeVisible()
    await expect(pairs).toHaveCount(4)
  })
})
