/** What a machine can find wrong with a screen for people who hear it, see little or use no mouse. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Every rule in the theme that is on, then what depends on colour in the other one; the page is left as it was. */
export async function expectNothingInTheWay(page: Page, screen: string): Promise<void> {
  expect(await violations(page), screen).toEqual([])
  const shown = await switchTheme(page)
  expect(await violations(page, ['color-contrast']), `${screen}, other theme`).toEqual([])
  await switchTheme(page, shown)
}

async function violations(page: Page, only?: string[]): Promise<string[]> {
  // In one piece: our pages have no frames of other hosts.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const found = await (only ? axe.withRules(only) : axe).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

const switchTheme = (page: Page, to?: string): Promise<string | undefined> =>
  page.evaluate((wanted) => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = wanted ?? (before === 'dark' ? 'light' : 'dark')
    return before
  }, to)
