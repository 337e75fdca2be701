import { still } from '../support/axe.ts'
import { writeNote, zoneOn } from '../support/canvasPage.ts'
import { walkByTab } from '../support/focusRings.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'

inBothLanguages(() => {
  for (const [tab, zone] of [
    ['bmc', 'channels'],
    ['swot', 'strengths'],
    ['tows', null],
  ] as const) {
    test(`who walks over the sheet ${tab} by Tab sees at each step where they are, by day or by night`, async ({
      ninik,
      words,
      language,
    }) => {
      const { zones } = words
      const member = await still(await ninik('laptop'))
      // A ring knows no language: each of the two walks in one of the themes.
      await member.evaluate(
        (theme) => {
          document.documentElement.dataset.theme = theme
        },
        language === 'id' ? 'light' : 'dark',
      )
      await member.locator(`[data-tab="${tab}"]`).click()
      if (zone) await writeNote(member, zones[zone].name, 'Renyah')
      await writeNote(member, zones.tray.name, 'Jual di kereta')
      await zoneOn(member, zones.tray.name).waitFor()
      const stops = await walkByTab(member)
      expect(stops.length).toBeGreaterThan(20)
      expect(stops.filter(({ linePx }) => linePx < 1.5)).toEqual([])
    })
  }
})
