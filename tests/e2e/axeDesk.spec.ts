import type { ZoneId } from '../../src/model/zones.ts'
import { expectNothingInTheWay, still } from '../support/axe.ts'
import { middleOf } from '../support/boxes.ts'
import { menuOf, noteOn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { inHand, mouseOn } from '../support/hands.ts'
import { nameColours } from '../support/legendDialog.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { A_BUYER, aSample } from '../support/sample.ts'
import { zoneName } from '../support/words.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

inBothLanguages(() => {
  test('nothing is in the way of who begins on an empty canvas, light or dark', async ({
    hall,
    sesilya,
    ninik,
    words,
  }) => {
    const { board, common, save, zones } = words
    const facilitator = await sesilya()
    await nameColours(facilitator, words, { kunyit: 'Ide' }, 'Sudah dicoba')
    const page = await still(await ninik('laptop'))
    const dialog = page.getByRole('dialog')
    await expectNothingInTheWay(zoneOn(page, zones.channels.name), 'empty BMC')
    await page.getByRole('button', { name: `${board.legend.colours}: Ide` }).click()
    await expectNothingInTheWay(dialog.getByText('Ide'), 'what colours mean')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: board.people.here(1) }).click()
    await expectNothingInTheWay(dialog.getByText(board.people.you('Bu Ninik')), 'who is here')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: common.more }).click()
    await expectNothingInTheWay(page.getByRole('menuitem').first(), 'what ⋮ offers')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: board.zone.add(zones.tray.name) }).click()
    await page.getByRole('textbox').fill('Jual di kereta')
    await expectNothingInTheWay(page.getByRole('textbox'), 'writing into the open tray')
    await page.keyboard.press('Escape')
    for (const [tab, zone] of [
      ['swot', 'strengths'],
      ['tows', 'tows-so'],
    ] as const) {
      await page.getByRole('button', { name: board.tabs[tab] }).click()
      await expectNothingInTheWay(zoneOn(page, zoneName(words, zone)), `empty ${zone}`)
    }
    const phone = await still(await ninik('phone'))
    await phone.getByRole('button', { name: common.more }).tap()
    await phone.getByRole('menuitem', { name: board.legend.colours }).tap()
    await expectNothingInTheWay(phone.getByRole('dialog').getByText('Ide'), 'the same on a phone')
    await phone.close()
    await hall.kill()
    await page.getByRole('button', { name: save.label.offline }).click()
    const [noSignal] = save.banner.offline('laptop', true)
    await expectNothingInTheWay(page.getByText(noSignal), 'without a server')
  })

  test('nothing is in the way of who works on a canvas on a laptop, light or dark', async ({
    hall,
    person,
    words,
    language,
  }) => {
    const { board, common, desk, print, zones } = words
    const { ninik } = await aSample(hall.origin, language)
    const page = await still(await person('laptop', hall.link('member', ninik)))
    const dialog = page.getByRole('dialog')
    const note = A_BUYER[language]
    const newTag = dialog.getByRole('textbox', { name: board.tagging.placeholder })
    await expectNothingInTheWay(noteOn(page, note), 'BMC')
    await menuOf(page, note).click()
    await expectNothingInTheWay(dialog.getByText(board.note.remove), 'options of a note')
    await dialog.getByRole('button', { name: board.note.moveTo }).click()
    await expectNothingInTheWay(
      dialog.getByRole('button', { name: zones['key-partners'].name }),
      'zones to move to',
    )
    await page.keyboard.press('Escape')
    await menuOf(page, note).click()
    await dialog.getByRole('button', { name: board.note.tags, exact: true }).click()
    await expectNothingInTheWay(newTag, 'tags of a note')
    await page.keyboard.press('Escape')
    await noteOn(page, note).press('Enter')
    await expectNothingInTheWay(page.getByRole('textbox', { name: board.note.field }), 'writing')
    await page.keyboard.press('Escape')
    await noteOn(page, note).press('Space')
    await page.keyboard.press('ArrowDown')
    await expectNothingInTheWay(inHand(page), 'a note carried by keys')
    await page.keyboard.press('Escape')
    await expect(inHand(page)).toHaveCount(0)
    const hand = mouseOn(page)
    await hand.lift(noteOn(page, note))
    await hand.moveTo(await middleOf(zoneOn(page, zones['key-resources'].name)))
    await expectNothingInTheWay(inHand(page), 'a note carried by the mouse')
    await page.keyboard.press('Escape')
    await hand.drop()
    await expect(inHand(page)).toHaveCount(0)
    await noteOn(page, note).focus()
    await page.keyboard.press('Shift+Space')
    const bar = page.getByRole('region', { name: desk.selection.label })
    await expectNothingInTheWay(
      bar.getByText(desk.selection.count(1)),
      'what is done with chosen notes',
    )
    for (const [tool, shown, screen] of [
      [board.note.recolour, dialog.getByText(common.colours.kunyit), 'papers for chosen notes'],
      [board.note.tags, newTag, 'tags of chosen notes'],
      [
        board.note.move,
        dialog.getByRole('button', { name: zones['key-partners'].name }),
        'zones for chosen notes',
      ],
    ] as const) {
      await bar.getByRole('button', { name: tool, exact: true }).click()
      await expectNothingInTheWay(shown, screen)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    await bar.getByRole('button', { name: desk.selection.clear }).click()
    await page.getByRole('button', { name: board.help.open(zones.channels.name) }).click()
    await expectNothingInTheWay(
      page.getByRole('complementary', { name: zones.channels.name }),
      'help',
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expectNothingInTheWay(dialog.getByText(desk.keys.rows.duplicate), 'shortcuts')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await zoneOn(page, zones.channels.name).hover()
    await paste(page, 'Bazar\nPasar pagi')
    await expectNothingInTheWay(dialog.getByText(board.paste.several(2)), 'pasting')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: board.print, exact: true }).click()
    const printing = page.getByRole('dialog', { name: print.dialog.title })
    await expectNothingInTheWay(printing.getByRole('img').first(), 'print')
  })

  test('nothing is in the way of SWOT, strategies and the wall, light or dark', async ({
    hall,
    person,
    words,
    language,
  }) => {
    const { board, desk, zones } = words
    const { ninik } = await aSample(hall.origin, language)
    const page = await still(await person('laptop', hall.link('member', ninik)))
    const tab = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
    await tab(board.tabs.swot).click()
    await expectNothingInTheWay(zoneOn(page, zones.strengths.name), 'SWOT')
    const helpOn = async (zone: ZoneId) => {
      await page.getByRole('button', { name: board.help.open(zones[zone].name) }).click()
      const help = page.getByRole('complementary', { name: zones[zone].name })
      await expectNothingInTheWay(help, `help on ${zone}`)
      await page.keyboard.press('Escape')
      await expect(help).toHaveCount(0)
    }
    await helpOn('strengths')
    await page.getByRole('button', { name: desk.take.open(zones.weaknesses.name) }).click()
    await expectNothingInTheWay(
      page.getByRole('complementary', { name: desk.take.title }),
      'the canvas beside the SWOT',
    )
    await tab(board.tabs.tows).click()
    await writeNote(page, zoneName(words, 'tows-so'), 'Titip di kantin kantor')
    await expectNothingInTheWay(noteOn(page, 'Titip di kantin kantor'), 'strategies')
    await helpOn('tows-so')
    await page.getByRole('button', { name: board.strategy.pair }).click()
    await expectNothingInTheWay(
      page.getByRole('dialog', { name: board.strategy.choose }),
      'the pair of a strategy',
    )
    await page.keyboard.press('Escape')

    const wall = page.getByRole('main', { name: desk.presenting.label })
    for (const sheet of ['tows', 'swot', 'bmc'] as const) {
      await tab(board.tabs[sheet]).click()
      await page.getByRole('button', { name: desk.present, exact: true }).click()
      await expectNothingInTheWay(wall, `on the wall: ${sheet}`)
      await page.keyboard.press('Escape')
      await expect(wall).toBeHidden()
    }
  })
})
