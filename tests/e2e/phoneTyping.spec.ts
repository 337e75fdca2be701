import type { Page } from '@playwright/test'
import { noteIn, zoneOn } from '../support/canvasPage.ts'
import { keyboardOf } from '../support/keyboardOf.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { noteOnPhone, openZone, writeOnPhone } from '../support/phonePage.ts'

const caretIn = (page: Page): Promise<number | null> =>
  page.getByRole('textbox').evaluate((element) => (element as HTMLTextAreaElement).selectionStart)

inBothLanguages(() => {
  test('what a keyboard composes, corrects and sends by its Enter is not disturbed by what somebody else types in that note', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { people } = words.board
    const segments = words.zones['customer-segments'].name
    const phone = await ninik('phone')
    const facilitator = await sesilyaWithNinik()
    await openZone(phone, 'customer-segments')
    await writeOnPhone(phone).tap()
    const field = phone.getByRole('textbox')
    await field.pressSequentially('Apa ')
    await expect(facilitator.getByText(people.typing('Bu Ninik'))).toBeVisible()
    const keyboard = await keyboardOf(phone)
    await keyboard.compose('kab')
    await noteIn(facilitator, segments, 'Apa kab').click()
    await expect(phone.getByText(people.typing('Bu Sesilya'))).toBeVisible()
    await facilitator.keyboard.press('Home')
    await facilitator.keyboard.type('Halo! ')
    await expect(field, 'the field keeps still while composing').toHaveValue('Apa kab')
    await keyboard.compose('kabr')
    await keyboard.commit('kabr')
    await expect(field).toHaveValue('Halo! Apa kabr')
    await expect.poll(() => caretIn(phone)).toBe('Halo! Apa kabr'.length)

    // Autocorrect takes a word that stands already, while the other one writes on before it.
    await keyboard.correct('Halo! Apa '.length, 'kabr'.length, 'kaba')
    await facilitator.keyboard.type('Bu, ')
    await expect(field).toHaveValue('Halo! Apa kaba')
    await keyboard.correct('Halo! Apa '.length, 'kaba'.length, 'kabar')
    await expect(facilitator.getByRole('textbox')).toHaveValue('Halo! Bu, Apa kabar')
    await keyboard.commit('kabar')
    await expect(field).toHaveValue('Halo! Bu, Apa kabar')
    await expect.poll(() => caretIn(phone)).toBe('Halo! Bu, Apa kabar'.length)

    // The other one's caret goes along with the words that it stands behind.
    await field.press('Home')
    await field.pressSequentially('Eh, ')
    const together = 'Eh, Halo! Bu, Apa kabar'
    await expect(facilitator.getByRole('textbox')).toHaveValue(together)
    await expect.poll(() => caretIn(facilitator)).toBe('Eh, Halo! Bu, '.length)
    await field.press('Control+End')
    await facilitator.keyboard.press('Escape')
    await expect(noteIn(facilitator, segments, together)).toBeVisible()

    // Its Enter only takes the word; the next one, which comes as a sign and not as a key, sticks the note.
    await keyboard.compose(' Bu')
    await keyboard.composedEnter()
    await keyboard.commit(' Bu')
    await expect(field).toHaveValue(`${together} Bu`)
    await expect(noteIn(facilitator, segments, `${together} Bu`)).toBeVisible()
    await keyboard.enter()
    await expect(field).toHaveValue('')
    await expect(noteOnPhone(phone, `${together} Bu`)).toHaveCount(1)
    await field.pressSequentially('Anak kos')
    await field.press('Enter')
    await expect(field).toHaveValue('')
    await expect(noteIn(facilitator, segments, 'Anak kos')).toBeVisible()

    // In a note that is there it begins a line.
    await noteOnPhone(phone, 'Anak kos').getByRole('button').first().tap()
    await expect(field).toHaveValue('Anak kos')
    await keyboard.enter()
    await keyboard.commit('dekat kampus')
    await expect(field).toHaveValue('Anak kos\ndekat kampus')
    await phone.getByRole('button', { name: words.board.note.done }).tap()
    await expect(field).toHaveCount(0)
    await expect(noteIn(facilitator, segments, 'Anak kos dekat kampus')).toBeVisible()
  })
  test('on a tablet a composing keyboard’s Enter opens the next note, too', async ({
    ninik,
    words,
  }) => {
    const { board, zones } = words
    const channels = zones.channels.name
    const tablet = await ninik('tablet')
    await zoneOn(tablet, channels)
      .getByRole('button', { name: board.zone.add(channels) })
      .tap()
    const field = tablet.getByRole('textbox')
    const keyboard = await keyboardOf(tablet)
    await keyboard.compose('Bazar')
    await keyboard.commit('Bazar')
    await keyboard.enter()
    await expect(noteIn(tablet, channels, 'Bazar')).toBeVisible()
    await expect(field).toHaveValue('')
    await field.pressSequentially('Lewat WA')
    await keyboard.enter()
    await expect(noteIn(tablet, channels, 'Lewat WA')).toBeVisible()
  })
})
