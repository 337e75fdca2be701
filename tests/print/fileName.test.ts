import { expect, it } from 'vitest'
import { pdfFileName } from '../../src/print/fileName.ts'

it('names the file after whose canvas it is', () => {
  expect(pdfFileName('Kanvas Pak Wawan - Keripik Singkong')).toBe(
    'Kanvas Pak Wawan - Keripik Singkong.pdf',
  )
})

it.each([
  ['Kanvas ../../etc/passwd', 'Kanvas .. .. etc passwd.pdf'],
  ['Kanvas Bu "Ninik" <b>: a|b?*', 'Kanvas Bu Ninik b a b.pdf'],
  ['Kanvas\u202e fdp.exe\n\t.', 'Kanvas fdp.exe.pdf'],
  ['Kanvas \ud83d Wawan', 'Kanvas Wawan.pdf'],
  ['...', 'Guyub.pdf'],
  ['', 'Guyub.pdf'],
])('makes %j a name that every file system accepts', (title, name) => {
  expect(pdfFileName(title)).toBe(name)
})

it('shortens a long name between characters', () => {
  const name = pdfFileName(`Kanvas ${'😋'.repeat(100)}`)
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(155)
  expect(name).toMatch(/^Kanvas (?:😋)+\.pdf$/u)
})
