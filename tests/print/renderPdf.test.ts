import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { PrintDetails } from '../../src/print/details.ts'
import { MM_PER_PT } from '../../src/print/page.ts'
import { renderPdf } from '../../src/print/renderPdf.ts'
import type { Written } from './printing.ts'
import { kit, longNote, printed, runsOf, someDetails } from './printing.ts'

function pdfOf(written: Written, details: Partial<PrintDetails> = {}) {
  const about = { ...someDetails, ...details }
  const canvas = printed(written, details)
  return { canvas, bytes: renderPdf(canvas, about, kit.faces) }
}

/** PDF.js takes the bytes it reads for itself. */
const open = (bytes: Uint8Array) => getDocumentProxy(bytes.slice())
const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

async function textOf(bytes: Uint8Array) {
  const { text } = await extractText(await open(bytes))
  return text.map((page) => page.replace(/\s+/g, ' '))
}

describe('the PDF of a canvas', () => {
  const { canvas, bytes } = pdfOf({
    'customer-segments': ['Orang cari oleh-oleh Malang', 'Café → “enak” ₹ ★'],
    'customer-relationships': ['Cicip gratis 😋 waktu bazar'],
    strengths: [{ text: 'Gurihnya dari singkong asli', finding: true }],
  })

  it('has its words, as another reader finds them', async () => {
    const [bmc, swot] = await textOf(bytes)
    for (const words of [
      'Pak Wawan',
      'Keripik Singkong',
      'Guyub Rukun · Malang',
      '15 Juli 2023',
      'Segmen Pelanggan',
      'Orang cari oleh-oleh Malang',
      'Café → “enak” ₹ ★',
      'Cicip gratis □ waktu bazar',
      'Business Model Canvas: Strategyzer AG, CC BY-SA 3.0 · strategyzer.com',
      '1 / 2',
    ]) {
      expect(bmc).toContain(words)
    }
    expect(swot).toContain('Gurihnya dari singkong asli')
    expect(swot).toContain('Temuan baru')
    expect(swot).toContain('CC BY-SA 3.0')
  })

  it('is A4, landscape, one page for each that was laid out', async () => {
    const document = await open(bytes)
    expect(document.numPages).toBe(canvas.pages.length)
    const [, , width, height] = (await document.getPage(2)).view
    expect([width, height]).toEqual([expect.closeTo(841.89, 1), expect.closeTo(595.28, 1)])
  })

  it('has both faces inside and no other', async () => {
    const names = [...latin(bytes).matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name)
    expect(new Set(names)).toEqual(new Set(['PlusJakartaSans-SemiBold', 'PlusJakartaSans-Bold']))
    expect(latin(bytes).match(/\/FontFile2 /g)).toHaveLength(2)
  })

  it('stands where it was laid out, as wide as it was measured', async () => {
    const document = await open(bytes)
    for (const [at, laid] of canvas.pages.entries()) {
      const { items } = await (await document.getPage(at + 1)).getTextContent()
      const read = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      const runs = runsOf(laid)
      expect(read.map((item) => item.str)).toEqual(runs.map((run) => run.text))
      for (const [each, run] of runs.entries()) {
        const { width = 0, transform = [] } = read[each] ?? {}
        const [, turn, , , x, y] = transform
        expect(width * MM_PER_PT).toBeCloseTo(run.widthMm, 1)
        expect(x * MM_PER_PT).toBeCloseTo(run.x, 1)
        expect(laid.heightMm - y * MM_PER_PT).toBeCloseTo(run.baseline, 1)
        expect(turn).toBeCloseTo(run.turned ? run.sizePt : 0)
      }
    }
  })

  it('knows its title, whose it is and its language', async () => {
    const { info } = await getMeta(await open(bytes))
    expect(info).toMatchObject({
      Title: 'Kanvas Pak Wawan - Keripik Singkong',
      Author: 'Pak Wawan',
      Subject: 'Guyub Rukun',
      Language: 'id',
      CreationDate: "D:20230715000000+00'00'",
    })
  })

  it('knows names beyond Latin as they were written', async () => {
    const { bytes: other } = pdfOf({}, { owner: 'Bu Ninik 😋 (ꦤꦶ) \\' })
    const { info } = await getMeta(await open(other))
    expect(info.Author).toBe('Bu Ninik 😋 (ꦤꦶ) \\')
  })

  it('is compressed, and small enough to send', () => {
    expect(latin(bytes)).toContain('/FlateDecode')
    expect(bytes.length).toBeLessThan(60 * 1024)
  })

  it('is the same file when nothing changed, another when a word did', () => {
    const written = (word: string) => pdfOf({ channels: [`Pesan lewat ${word}`] }).bytes
    expect(Buffer.compare(written('WA'), written('WA'))).toBe(0)
    const fileId = (word: string) => latin(written(word)).match(/\/ID \[ ?<(\w+)>/)?.[1]
    expect(fileId('WA')).toMatch(/^[0-9A-F]{32}$/)
    expect(fileId('WA')).not.toBe(fileId('FB'))
  })

  it('reports each page as it is drawn', () => {
    const seen: [number, number][] = []
    renderPdf(canvas, someDetails, kit.faces, (page, pages) => seen.push([page, pages]))
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
  })
})

it('has forty long notes of one block, none cut', async () => {
  const notes = Array.from({ length: 40 }, (_, turn) => longNote(turn))
  const text = (await textOf(pdfOf({ 'customer-segments': notes }).bytes)).join(' ')
  for (const note of notes) expect(text).toContain(note)
})

it('cannot be steered by what people write', async () => {
  const hostile = ') Tj ET /JS (app.alert(1)) << /URI (javascript:x) >>'
  const { bytes } = pdfOf(
    { channels: [hostile] },
    { owner: `${hostile}\n%%EOF`, business: hostile },
  )
  const [bmc] = await textOf(bytes)
  expect(bmc).toContain('/JS (app.alert(1))')
  const document = await open(bytes)
  expect(document.numPages).toBe(2)
  expect(await document.getJSActions()).toBeNull()
  expect(await (await document.getPage(1)).getAnnotations()).toEqual([])
})
