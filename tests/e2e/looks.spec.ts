import { openLegend, saveLegend } from '../support/legendDialog.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { layersOpen } from '../support/phonePage.ts'

test('theme and text size are of this device: there before the program, and before the first paint', async ({
  person,
}) => {
  const page = await person('phone')
  const html = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  await expect(html, 'a dark phone shows light paper all the same').toHaveAttribute(
    'data-theme',
    'light',
  )

  await page.getByRole('button', { name: 'Tampilan dan huruf' }).tap()
  await page.getByText('Ikut HP').tap()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.getByText('Gelap', { exact: true }).tap()
  await page.getByText('Paling besar').tap()
  await page.getByRole('button', { name: 'Tutup' }).tap()
  // A closed dialog gives its entry of the history back a moment later, and a step in the history ends a reload.
  await layersOpen(page, 0)

  await page.route('**/assets/*.js', (route) =>
    /looks-/.test(route.request().url()) ? route.continue() : route.abort(),
  )
  await page.reload()
  await expect(page.getByText('Guyub sedang dibuka')).toBeVisible()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  expect(await html.evaluate((element) => getComputedStyle(element).fontSize)).toBe('20.8px')
})

inBothLanguages(() => {
  test('a facilitator says what colours mean and which tags are offered, and another one adds to it', async ({
    hall,
    workshop,
    sesilya,
    person,
    words,
  }) => {
    const { colours } = words.common
    const { newTag } = words.facilitator.legend
    const facilitator = await sesilya()
    const colleague = await person('laptop', hall.link('facilitator', workshop.capability))
    const mine = await openLegend(facilitator, words)
    // Opened before the other one has said anything.
    await openLegend(colleague, words)
    await mine.getByRole('textbox', { name: newTag }).fill('Sudah dicoba')
    await facilitator.keyboard.press('Enter')
    await saveLegend(facilitator, words, { kunyit: 'Ide baru' }, 'Minggu depan')
    await saveLegend(colleague, words, { toska: 'Sudah jalan' })

    const again = await openLegend(facilitator, words)
    await expect(again.getByRole('textbox', { name: colours.kunyit })).toHaveValue('Ide baru')
    await expect(again.getByRole('textbox', { name: colours.toska })).toHaveValue('Sudah jalan')
    await expect(again.getByRole('listitem').filter({ hasText: 'Sudah dicoba' })).toBeVisible()
    await expect(again.getByRole('listitem').filter({ hasText: 'Minggu depan' })).toBeVisible()
  })
})
