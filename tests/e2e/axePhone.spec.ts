import { expectNothingInTheWay, still } from '../support/axe.ts'
import { middleOf } from '../support/boxes.ts'
import { longPressOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import {
  backFrom,
  menuOf,
  noteOnPhone,
  openZone,
  paste,
  write,
  writeOnPhone,
} from '../support/phonePage.ts'
import { A_BUYER, aSample } from '../support/sample.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

inBothLanguages(() => {
  test('nothing is in the way of who fills a canvas on a phone, light or dark', async ({
    hall,
    person,
    words,
    language,
  }) => {
    const { board, common, phone: names } = words
    const { ninik } = await aSample(hall.origin, language)
    const phone = await still(await person('phone', hall.link('member', ninik)))
    const sheet = phone.getByRole('dialog')
    const inSheet = (name: string) => sheet.getByRole('button', { name, exact: true })
    const note = A_BUYER[language]
    await expectNothingInTheWay(writeOnPhone(phone), 'map')
    await openZone(phone, 'customer-segments')
    await expectNothingInTheWay(noteOnPhone(phone, note), 'zone')
    await menuOf(phone, note).tap()
    await expectNothingInTheWay(inSheet(board.note.remove), 'sheet of a note')
    await inSheet(board.note.tags).tap()
    await expectNothingInTheWay(sheet.getByRole('textbox'), 'tags of a note')
    await phone.goBack()
    await menuOf(phone, note).tap()
    await inSheet(board.note.move).tap()
    await expectNothingInTheWay(sheet.getByText(board.phone.whereTo).last(), 'map to move to')
    await inSheet(common.cancel).tap()
    await phone.getByRole('button', { name: board.zone.example, exact: true }).tap()
    await expectNothingInTheWay(phone.getByText(board.examples.notes), 'help')
    await phone.goBack()
    await phone.getByRole('button', { name: common.more }).tap()
    await expectNothingInTheWay(phone.getByRole('menuitem').first(), 'what ⋮ offers')
    await phone.getByRole('menuitem', { name: board.note.several }).tap()
    await phone.getByRole('button', { name: names.selection.select(note) }).tap()
    await expectNothingInTheWay(
      phone.getByRole('heading', { name: names.selection.count(1) }),
      'choosing',
    )
    for (const [tool, shown, screen] of [
      [board.note.recolour, sheet.getByText(common.colours.kunyit), 'papers for chosen notes'],
      [board.note.tags, sheet.getByRole('textbox'), 'tags of chosen notes'],
      [board.note.move, sheet.getByText(board.phone.whereTo).last(), 'map for chosen notes'],
    ] as const) {
      await phone.getByRole('toolbar').getByRole('button', { name: tool, exact: true }).tap()
      await expectNothingInTheWay(shown, screen)
      await phone.goBack()
      await expect(sheet).toHaveCount(0)
    }
    await phone.getByRole('toolbar').getByRole('button', { name: board.note.remove }).tap()
    await expectNothingInTheWay(
      phone.getByRole('status').getByRole('button', { name: board.undo }),
      'what takes a step back',
    )
  })

  test('nothing is in the way of who writes on a phone, light or dark', async ({
    ninik,
    words,
  }) => {
    const { board, common, zones } = words
    const phone = await still(await ninik('phone'))
    const sheet = phone.getByRole('dialog')
    const field = phone.getByRole('textbox')
    await openZone(phone, 'channels')
    await writeOnPhone(phone).tap()
    await field.fill('Anak kos')
    await expectNothingInTheWay(phone.getByRole('button', { name: board.note.stick }), 'writing')
    const papers = phone.getByRole('group', { name: board.note.paper })
    await phone.getByRole('button', { name: board.note.colour(common.colours.toska) }).tap()
    await expectNothingInTheWay(papers, 'papers while writing')
    await papers.getByRole('button').last().tap()
    await phone.getByRole('button', { name: board.zone.example, exact: true }).tap()
    await expectNothingInTheWay(
      phone.getByRole('complementary', { name: zones.channels.name }),
      'help while writing',
    )
    await backFrom(phone, 3)
    await paste(field, 'Bazar\nPasar pagi')
    await expectNothingInTheWay(
      sheet.getByRole('button', { name: board.paste.several(2) }),
      'pasting',
    )
  })

  test('nothing is in the way of who begins on a phone, carries a note or holds it sideways, light or dark', async ({
    ninik,
    words,
  }) => {
    const { board, save, zones } = words
    const phone = await still(await ninik('phone'))
    await expectNothingInTheWay(phone.getByText(board.phone.nextOf(1, 9)), 'empty map')
    await openZone(phone, 'channels')
    await expectNothingInTheWay(writeOnPhone(phone), 'empty zone')
    await write(phone, ['Bazar'])
    await phone.goBack()
    const stored = save.sentence.stored('phone')
    await phone.getByTitle(stored).tap()
    await expectNothingInTheWay(phone.getByText(stored), 'what ticks mean')
    const hand = await longPressOn(phone)
    await hand.lift(noteOnPhone(phone, 'Bazar'))
    await hand.moveTo(await middleOf(phone.getByRole('heading', { level: 1 })))
    await hand.moveTo(await middleOf(phone.locator('[data-cell="revenue-streams"]')))
    await expectNothingInTheWay(phone.getByText(board.phone.putHere), 'the map under a note')
    await hand.drop()
    const moved = board.moved(zones['revenue-streams'].nickname, 1)
    await expectNothingInTheWay(phone.getByText(moved), 'moved away')
    await phone.getByRole('button', { name: board.phone.backToMap }).tap()
    await phone.getByRole('button', { name: board.tray.name }).tap()
    const tray = phone.getByRole('heading', { name: board.tray.name })
    await expectNothingInTheWay(tray, 'tray')
    await phone.setViewportSize({ width: 800, height: 360 })
    await expectNothingInTheWay(tray, 'held sideways')
  })

  test('nothing is in the way of SWOT, strategies and paper on a phone, light or dark', async ({
    hall,
    person,
    words,
    language,
  }) => {
    const { board, common, phone: names, print } = words
    const { ninik } = await aSample(hall.origin, language)
    const phone = await still(await person('phone', hall.link('member', ninik)))
    const sheet = phone.getByRole('dialog')
    const cell = (zone: string) => phone.getByRole('navigation').locator(`[data-cell="${zone}"]`)
    const tab = (name: string) => phone.getByRole('button', { name: new RegExp(`^${name}`) })
    await tab(board.tabs.swot).tap()
    await expectNothingInTheWay(cell('strengths'), 'map of the SWOT')
    await openZone(phone, 'strengths')
    await phone.getByRole('button', { name: names.take.open }).tap()
    await expectNothingInTheWay(sheet.getByRole('listitem').first(), 'taking from the canvas')
    await phone.goBack()
    await phone.goBack()
    await tab(board.tabs.tows).tap()
    await expectNothingInTheWay(cell('tows-so'), 'map of the strategies')
    await openZone(phone, 'tows-so')
    await phone.getByRole('button', { name: /^S1/ }).tap()
    await phone.getByRole('button', { name: /^O1/ }).tap()
    const writeStep = phone.getByRole('button', { name: board.strategy.writeFor('S1 + O1') })
    await expectNothingInTheWay(writeStep, 'a pair for a strategy')
    await writeStep.tap()
    await phone.getByRole('textbox').fill('Titip di kantin kantor')
    await phone.getByRole('textbox').press('Enter')
    await phone.goBack()
    await menuOf(phone, 'Titip di kantin kantor').tap()
    const pair = sheet.getByRole('button', { name: names.strategy.pair })
    await expectNothingInTheWay(pair, 'sheet of a step')
    await sheet.getByRole('button', { name: board.strategy.thisWeek }).tap()
    await pair.tap()
    await expectNothingInTheWay(sheet.getByRole('group').first(), 'the pair of a step')
    await phone.goBack()
    await phone.goBack()
    await expectNothingInTheWay(
      phone.getByRole('button', { name: board.strategy.thisWeek }),
      'what is done this week',
    )
    await phone.getByRole('button', { name: common.more }).tap()
    await phone.getByRole('menuitem', { name: board.print }).tap()
    const printing = phone.getByRole('dialog', { name: print.dialog.title })
    await expectNothingInTheWay(printing.getByRole('img').first(), 'print')
  })
})
