import type { Page } from '@playwright/test'
import { boxOf } from '../support/boxes.ts'
import { zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { openZone, writeOnPhone } from '../support/phonePage.ts'
import { aWorkshop } from '../support/server.ts'
import { WORDS } from '../support/words.ts'

type Said = { text: string; lang: string }

/** A device whose voices are told by `voicesAre` on its page, as Android tells them: some time after the page. */
const speakingDevice = () => {
  let voices: { lang: string; voiceURI: string; name: string }[] = []
  const said: Said[] = []
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speaking: false,
    speak({ text, lang }: Said) {
      said.push({ text, lang })
      speech.speaking = true
    },
    cancel() {
      speech.speaking = false
    },
  })
  const voicesAre = (languages: readonly string[]) => {
    voices = languages.map((lang) => ({ lang, voiceURI: lang, name: lang }))
    speech.dispatchEvent(new Event('voiceschanged'))
  }
  class SpeechSynthesisUtterance {
    lang = ''
    text: string
    constructor(text: string) {
      this.text = text
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.assign(window, { SpeechSynthesisUtterance, said, voicesAre })
}
declare const voicesAre: (languages: readonly string[]) => void
declare const said: Said[]

const isSpeaking = (page: Page) => page.evaluate(() => speechSynthesis.speaking)
const giveVoices = (page: Page, ...languages: string[]) =>
  page.evaluate((given) => voicesAre(given), languages)

inBothLanguages(() => {
  test('a zone explains itself beside the board, aloud where the device has a voice of that language, and covers nothing typed', async ({
    person,
    ninikLink,
    words,
    language,
  }) => {
    const { channels } = words.zones
    const { examples, help: aloud, zone: at, note: names } = words.board
    const member = await person('laptop', ninikLink)
    await member.addInitScript(speakingDevice)
    await member.reload()
    await member.getByRole('button', { name: aloud.open(channels.name) }).click()
    const help = member.getByRole('complementary', { name: channels.name })
    for (const text of [
      channels.nickname,
      channels.otherName,
      channels.plain,
      ...channels.questions,
      words.common.exampleNotData,
    ]) {
      await expect(help.getByText(text, { exact: true })).toBeVisible()
    }
    for (const kind of ['service', 'craft-retail', 'food'] as const) {
      await help.getByRole('button', { name: examples.kind[kind] }).click()
      for (const text of channels.examples[kind]) {
        await expect(help.getByText(text, { exact: true })).toBeVisible()
      }
    }

    const reading = help.getByRole('button', { name: new RegExp(`^${aloud.readAloud}: `) })
    await giveVoices(member, 'ja-JP', language === 'id' ? 'en-GB' : 'id-ID')
    await expect(reading, 'no voice of this language').toHaveCount(0)
    // Old Android says `in` for Indonesian.
    const [voice, other] = language === 'id' ? ['in_ID', 'id-ID'] : ['en-GB', 'en-GB']
    await giveVoices(member, 'ja-JP', voice)
    await expect(reading).toHaveCount(channels.questions.length)
    await giveVoices(member, 'ja-JP', other)
    const [question = ''] = channels.questions
    await help.getByRole('button', { name: `${aloud.readAloud}: ${question}` }).click()
    expect(await member.evaluate(() => said)).toEqual([{ text: question, lang: other }])
    await help.getByRole('button', { name: `${aloud.stopReading}: ${question}` }).click()
    await expect(reading).toHaveCount(channels.questions.length)
    expect(await isSpeaking(member)).toBe(false)

    const { 'key-partners': partners, tray } = words.zones
    for (const zone of [channels.name, partners.name, tray.name]) {
      await member.getByRole('button', { name: at.add(zone) }).press('Enter')
      const field = member.getByRole('textbox', { name: names.fieldIn(zone) })
      const [typed, panel] = [await boxOf(field), await boxOf(help)]
      const beside = typed.right <= panel.x || panel.right <= typed.x
      const above = panel.bottom <= typed.y
      expect(beside || above, zone).toBe(true)
      await member.keyboard.press('Escape')
      await expect(field).toHaveCount(0)
    }
    await zoneOn(member, channels.name).getByRole('button', { name: channels.name }).first().click()
    await expect(help, 'the same button closes it').toHaveCount(0)

    await member.getByRole('button', { name: aloud.open(channels.name) }).click()
    await help.getByRole('button', { name: `${aloud.readAloud}: ${question}` }).click()
    expect(await isSpeaking(member)).toBe(true)
    await member.getByRole('button', { name: words.common.more, exact: true }).click()
    const [otherWords, named] = language === 'id' ? [WORDS.en, 'English'] : [WORDS.id, /Indonesia/]
    await member.getByRole('menuitem', { name: named }).click()
    await expect(member.getByText(otherWords.zones.channels.plain)).toBeVisible()
    expect(await isSpeaking(member), 'what nobody reads any more').toBe(false)
  })

  test('on a phone a question is one tap from its examples and one more from being read', async ({
    person,
    ninikLink,
    words,
    language,
  }) => {
    const { channels } = words.zones
    const { help: aloud } = words.board
    const phone = await person('phone', ninikLink)
    await phone.addInitScript(speakingDevice)
    await phone.reload()
    await openZone(phone, 'channels')
    await phone.getByRole('button', { name: words.board.zone.example, exact: true }).tap()
    const sheet = phone.getByRole('dialog')
    await expect(sheet.getByText(channels.plain)).toBeVisible()
    await expect(sheet.getByRole('button', { name: /^(Bacakan|Read aloud)/ })).toHaveCount(0)
    await giveVoices(phone, language === 'id' ? 'id-ID' : 'en-US')
    const [question = ''] = channels.questions
    await sheet.getByRole('button', { name: `${aloud.readAloud}: ${question}` }).tap()
    expect(await phone.evaluate(() => said.map(({ text }) => text))).toEqual([question])
    expect(await isSpeaking(phone)).toBe(true)
    await sheet.getByRole('button', { name: words.common.close }).tap()
    await expect(sheet).toHaveCount(0)
    expect(await isSpeaking(phone)).toBe(false)
  })

  test('the tray explains itself like any zone, on a laptop and on a phone', async ({
    ninik,
    words,
  }) => {
    const { tray } = words.zones
    const { help } = words.board
    expect(tray.questions).toHaveLength(2)
    const member = await ninik('laptop')
    await member.getByRole('button', { name: help.open(tray.name) }).click()
    const panel = member.getByRole('complementary', { name: tray.name })
    const phone = await ninik('phone')
    await phone.getByRole('button', { name: words.board.tray.name }).tap()
    await phone.getByRole('button', { name: help.word, exact: true }).tap()
    for (const shown of [panel, phone.getByRole('dialog')]) {
      for (const text of [tray.plain, ...tray.questions]) {
        await expect(shown.getByText(text, { exact: true })).toBeVisible()
      }
    }
    await member.getByRole('button', { name: words.board.tabs.tows }).click()
    await expect(panel, 'it stands beside every sheet').toBeVisible()
  })

  test('on a phone news goes as soon as help is opened, also while somebody writes', async ({
    ninik,
    words,
  }) => {
    const { board, save, zones } = words
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    const news = phone.getByRole('status').getByText(save.sentence.stored('phone'))
    await phone.getByTitle(save.sentence.stored('phone')).tap()
    await expect(news).toBeVisible()
    await writeOnPhone(phone).tap()
    await phone.getByRole('button', { name: board.zone.example, exact: true }).tap()
    await expect(phone.getByRole('complementary', { name: zones.channels.name })).toBeVisible()
    expect(await news.count(), 'no later than the help is there').toBe(0)
  })

  test('examples begin with the kind of business that a member has, until they choose another', async ({
    hall,
    person,
    words,
  }) => {
    const { examples, help, zone: at } = words.board
    const workshop = await aWorkshop(hall.origin, {
      members: [{ name: 'Bu Rika', business: 'Penjahit Rapi' }],
    })
    const [rika] = workshop.members
    const link = hall.link('member', rika?.capability ?? '')
    const laptop = await person('laptop', link)
    const kind = (name: string) => laptop.getByRole('button', { name, pressed: true })
    await laptop.getByRole('button', { name: help.open(words.zones.channels.name) }).click()
    await expect(kind(examples.kind.service)).toBeVisible()
    const [example = ''] = words.zones.channels.examples.service
    await expect(laptop.getByText(example, { exact: true })).toBeVisible()
    await laptop.getByRole('button', { name: examples.kind['craft-retail'] }).click()
    const partners = help.open(words.zones['key-partners'].name)
    // The open help may lie over its button.
    await laptop.getByRole('button', { name: partners }).press('Enter')
    await expect(kind(examples.kind['craft-retail']), 'in the next zone too').toBeVisible()

    const phone = await person('phone', link)
    await openZone(phone, 'channels')
    await phone.getByRole('button', { name: at.example, exact: true }).tap()
    await expect(phone.getByText(example, { exact: true })).toBeVisible()
  })
})
