import { still } from '../support/axe.ts'
import { writeNote, zoneOn } from '../support/canvasPage.ts'
import { walkByTab } from '../support/focusRings.ts'
import { expect, test } from '../support/people.ts'

// A ring knows no language. Each sheet in one theme: the papers are the same on all, and so is what lies around them.
for (const [tab, zone, theme] of [
  ['bmc', 'channels', 'dark'],
  ['swot', 'strengths', 'light'],
  ['tows', null, 'dark'],
] as const) {
  test(`who walks over the sheet ${tab} by Tab sees at each step where they are (${theme})`, async ({
    ninik,
    words: { zones },
  }) => {
    const member = await still(await ninik('laptop'))
    await member.evaluate((shown) => {
      document.documentElement.dataset.theme = shown
    }, theme)
    await member.locator(`[data-tab="${tab}"]`).click()
    if (zone) await writeNote(member, zones[zone].name, 'Renyah')
    await writeNote(member, zones.tray.name, 'Jual di kereta')
    await zoneOn(member, zones.tray.name).waitFor()
    const stops = await walkByTab(member)
    expect(stops.length).toBeGreaterThan(20)
    expect(stops.filter(({ linePx }) => linePx < 1.5)).toEqual([])
  })
}
