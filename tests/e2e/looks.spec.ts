import type { Page } from '@playwright/test'
import { expect, test } from '../support/people.ts'
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

test('a facilitator says what colours mean and which tags are offered, and another one adds to it', async ({
  hall,
  workshop,
  sesilya,
  person,
}) => {
  const facilitator = await sesilya()
  const colleague = await person('laptop', hall.link('facilitator', workshop.capability))
  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Lainnya' }).click()
    await page.getByRole('menuitem', { name: 'Arti warna dan tanda' }).click()
    return page.getByRole('dialog')
  }
  const [mine, theirs] = [await open(facilitator), await open(colleague)]
  await mine.getByRole('textbox', { name: 'kunyit' }).fill('Ide baru')
  await mine.getByRole('textbox', { name: 'Tanda baru' }).fill('Sudah dicoba')
  await facilitator.keyboard.press('Enter')
  await mine.getByRole('textbox', { name: 'Tanda baru' }).fill('Minggu depan')
  await mine.getByRole('button', { name: 'Simpan' }).click()
  await theirs.getByRole('textbox', { name: 'toska' }).fill('Sudah jalan')
  await theirs.getByRole('button', { name: 'Simpan' }).click()

  const again = await open(facilitator)
  await expect(again.getByRole('textbox', { name: 'kunyit' })).toHaveValue('Ide baru')
  await expect(again.getByRole('textbox', { name: 'toska' })).toHaveValue('Sudah jalan')
  await expect(again.getByRole('listitem').filter({ hasText: 'Sudah dicoba' })).toBeVisible()
  await expect(again.getByRole('listitem').filter({ hasText: 'Minggu depan' })).toBeVisible()
})
