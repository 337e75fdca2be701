import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printEn } from '../../src/i18n/print.en.ts'
import { printId } from '../../src/i18n/print.id.ts'
import { zonesEn } from '../../src/i18n/zones.en.ts'
import { zonesId } from '../../src/i18n/zones.id.ts'
import type { CanvasView } from '../../src/model/canvas.ts'
import { emptyCanvas } from '../../src/model/canvas.ts'
import type { TabId } from '../../src/model/zones.ts'
import { BLOCKS, QUADRANTS } from '../../src/model/zones.ts'
import { layoutCanvas } from '../../src/print/layoutCanvas.ts'
import type { PrintedPage } from '../../src/print/page.ts'
import { textWidth, unitsToMm } from '../../src/print/sheet.ts'
import {
  canvasWith,
  crossings,
  kit,
  longNote,
  noteBoxesOf,
  printed,
  runsOf,
  someDetails,
  wordsOf,
  wordsOfNote,
} from './printing.ts'

const pagesOf = (canvas: CanvasView, tabs: readonly TabId[] = ['bmc', 'swot']) =>
  layoutCanvas(canvas, someDetails, { paper: 'A4', tabs }, kit).pages

const titlesOf = (pages: readonly PrintedPage[]) => pages.map((page) => page.title)

/** Where a zone's heading stands. */
function headingAt(page: PrintedPage | undefined, name: string) {
  const run = page && runsOf(page).find((each) => each.text === name)
  if (!run) throw new Error(`no heading ${name}`)
  return { x: run.x, y: run.baseline }
}

describe('an empty canvas', () => {
  it('prints as two named sheets that can be written on', () => {
    const pages = pagesOf(emptyCanvas)
    expect(titlesOf(pages)).toEqual(['Business Model Canvas', 'SWOT'])
    const [bmc, swot] = pages
    for (const { id } of BLOCKS) expect(bmc && wordsOf(bmc)).toContain(zonesId[id].name)
    for (const { id } of QUADRANTS) expect(swot && wordsOf(swot)).toContain(zonesId[id].nickname)
    expect(pages.flatMap(noteBoxesOf)).toEqual([])
  })
})

describe('the two sheets', () => {
  it('lie on A4, landscape', () => {
    for (const page of pagesOf(emptyCanvas)) {
      expect([page.widthMm, page.heightMm]).toEqual([297, 210])
    }
  })

  it('have the nine blocks where Osterwalder and Pigneur put them', () => {
    const [page] = pagesOf(emptyCanvas)
    const at = (id: (typeof BLOCKS)[number]['id']) => headingAt(page, zonesId[id].name)
    const columns = ['key-partners', 'key-activities', 'value-propositions'] as const
    const right = ['customer-relationships', 'customer-segments'] as const
    const xs = [...columns, ...right].map((id) => at(id).x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
    expect(new Set([...columns, ...right].map((id) => at(id).y)).size).toBe(1)
    expect(at('key-resources').x).toBe(at('key-activities').x)
    expect(at('channels').x).toBe(at('customer-relationships').x)
    expect(at('key-resources').y).toBe(at('channels').y)
    expect(at('cost-structure').y).toBeGreaterThan(at('channels').y)
    expect(at('cost-structure').x).toBe(at('key-partners').x)
    expect(at('revenue-streams').y).toBe(at('cost-structure').y)
  })

  it('say what helps and hinders, what is inside and outside', () => {
    const [, swot] = pagesOf(emptyCanvas)
    const strengths = headingAt(swot, 'Kekuatan')
    const threats = headingAt(swot, 'Ancaman')
    expect(strengths.x).toBeLessThan(threats.x)
    expect(strengths.y).toBeLessThan(threats.y)
    expect(headingAt(swot, 'Membantu').x).toBeLessThan(headingAt(swot, 'Menghambat').x)
    expect(headingAt(swot, 'Dari dalam usaha').y).toBeLessThan(headingAt(swot, 'Dari luar usaha').y)
  })

  it('print alone when only one is chosen', () => {
    expect(titlesOf(pagesOf(emptyCanvas, ['swot']))).toEqual(['SWOT'])
    expect(titlesOf(pagesOf(emptyCanvas, []))).toEqual([])
  })

  it('speak the chosen language', () => {
    const texts = { zones: zonesEn, page: printEn.page }
    const details = { ...someDetails, language: 'en', example: true } as const
    const options = { paper: 'A4', tabs: ['bmc'] } as const
    const { pages } = layoutCanvas(emptyCanvas, details, options, { ...kit, texts })
    const [page] = pages
    expect(page && wordsOf(page)).toEqual(
      expect.arrayContaining(['Customer Segments', '15 July 2023', 'Example, not data']),
    )
  })
})

describe('round every canvas', () => {
  const { pages, title } = printed(
    { channels: Array.from({ length: 40 }, (_, turn) => longNote(turn)) },
    { example: true },
  )

  it('stands whose it is, the workshop and the day', () => {
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(wordsOf(page)).toEqual(
        expect.arrayContaining([
          'Pak Wawan',
          'Keripik Singkong',
          'Guyub Rukun · Malang',
          '15 Juli 2023',
        ]),
      )
    }
    expect(title).toBe('Kanvas Pak Wawan - Keripik Singkong')
  })

  it('stands whose method it is, in seven points, and the page’s number', () => {
    for (const [at, page] of pages.entries()) {
      const foot = runsOf(page).find((run) => run.text.includes('CC BY-SA 3.0'))
      expect(foot?.text).toBe(
        'Business Model Canvas: Strategyzer AG, CC BY-SA 3.0 · strategyzer.com',
      )
      expect(foot?.sizePt).toBe(7)
      expect(wordsOf(page)).toContain(`${at + 1} / ${pages.length}`)
    }
  })

  it('stands that a sample is no data, on every page of it and on no other', () => {
    for (const page of pages) expect(wordsOf(page)).toContain('Contoh, bukan data')
    const real = printed({ channels: ['Pesan lewat WA'] }).pages
    expect(real.flatMap(wordsOf)).toContain('Pesan lewat WA')
    expect(real.flatMap(wordsOf)).not.toContain('Contoh, bukan data')
  })

  it('stands no empty line where something is not known', () => {
    const [page] = printed({}, { owner: '', place: '', date: '' }).pages
    const words = page ? wordsOf(page) : []
    expect(words).toContain('Guyub Rukun')
    expect(words.filter((text) => text.trim() === '')).toEqual([])
  })
})

describe('notes', () => {
  it('are on paper in their order, in their zone', () => {
    const [page] = printed({
      'customer-segments': ['Tetangga', 'Anak kos', 'Toko oleh-oleh'],
    }).pages
    const heading = headingAt(page, 'Segmen Pelanggan')
    const boxes = page ? noteBoxesOf(page) : []
    expect(boxes.map((box) => box.note)).toEqual([
      'customer-segments-1',
      'customer-segments-2',
      'customer-segments-3',
    ])
    const tops = [heading.y, ...boxes.map((box) => box.y)]
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
  })

  it('have a star and a word when they are findings', () => {
    const plain = printed({ threats: ['Minyak goreng naik'] }).pages[1]
    const found = printed({ threats: [{ text: 'Minyak goreng naik', finding: true }] }).pages[1]
    expect(found && wordsOf(found)).toContain('Temuan baru')
    expect(found?.items.length).toBe((plain?.items.length ?? 0) + 2)
  })

  it('say that they were invented, where the page does not', () => {
    const invented = { channels: [{ text: 'Kios di pasar', example: true }] }
    expect(printed(invented).pages.flatMap(wordsOf)).toContain('Contoh')
    expect(printed(invented, { example: true }).pages.flatMap(wordsOf)).not.toContain('Contoh')
  })

  it('without words are left out', () => {
    const { pages } = printed({ channels: ['', ' \n ', 'Pesan lewat WA'] })
    expect(pages.flatMap(noteBoxesOf).map((box) => box.note)).toEqual(['channels-3'])
  })

  it('in the tray get a page of their own', () => {
    const { pages } = printed({ tray: ['Coba rasa balado'] })
    expect(titlesOf(pages)).toEqual(['Business Model Canvas', 'SWOT', 'Laci ide'])
    expect(pages[2] && wordsOf(pages[2])).toContain('Coba rasa balado')
  })
})

describe('more notes than a zone holds', () => {
  const sizesIn = (page: PrintedPage | undefined) =>
    new Set((page ? runsOf(page) : []).filter((run) => run.note).map((run) => run.sizePt))

  it('shrink before they leave the page', () => {
    const few = printed({ channels: ['Pesan lewat WA'] })
    const many = printed({
      channels: Array.from({ length: 6 }, (_, at) => `Titip di warung ${at}`),
    })
    expect(sizesIn(few.pages[0])).toEqual(new Set([10.5]))
    expect(Math.max(...sizesIn(many.pages[0]))).toBeLessThan(10.5)
    expect(many.pages).toHaveLength(2)
  })

  it('go on to further pages, which say whose they are, and the zone says where', () => {
    const notes = Array.from({ length: 40 }, (_, turn) => longNote(turn))
    const { pages } = printed({ 'customer-segments': notes, tray: ['Ikut bazar'] })
    for (const [at, text] of notes.entries()) {
      expect(wordsOfNote(pages, `customer-segments-${at + 1}`)).toBe(text)
    }
    expect(titlesOf(pages).slice(2, -1)).toEqual(
      pages.slice(2, -1).map(() => 'Lanjutan: Segmen Pelanggan'),
    )
    expect(titlesOf(pages).at(-1)).toBe('Lanjutan: Segmen Pelanggan · Laci ide')
    const here = pages[0] ? noteBoxesOf(pages[0]).length : 0
    expect(here).toBeGreaterThan(0)
    expect(pages[0] && wordsOf(pages[0])).toContain(`${40 - here} catatan lagi di halaman 3`)
  })

  it('carry one endless note over pages, marked where it breaks and where it goes on', () => {
    const text = Array.from({ length: 50 }, (_, turn) => longNote(turn))
      .join(' ')
      .slice(0, 10_000)
    const { pages } = printed({ opportunities: [{ text, finding: true }] })
    expect(wordsOfNote(pages, 'opportunities-1')).toBe(text.trim())
    const words = pages.map(wordsOf)
    expect(words[1]).toEqual(expect.arrayContaining(['bersambung', 'Lanjut di halaman 3']))
    expect(words[2]).toContain('sambungan')
    const ends = words.flat().filter((each) => each === 'bersambung').length
    expect(words.flat().filter((each) => each === 'sambungan')).toHaveLength(ends)
    expect(words.at(-1)).toContain('Temuan baru')
    expect(words.flat().filter((each) => each === 'Temuan baru')).toHaveLength(1)
  })

  it.each([printId, printEn])('are pointed to in one line, however many', ({ page }) => {
    const columnMm = 55.4 - 2 * 2.6 - 4.4
    const smallest = { sizePt: 7, weight: 'bold', colour: '#000000' } as const
    for (const isBegun of [true, false]) {
      const text = page.restOnPage(1000, isBegun, 250)
      expect(text).toContain('1000')
      expect(textWidth(kit.faces, smallest, text)).toBeLessThan(columnMm)
    }
  })

  it('are all on paper when there are a thousand', () => {
    const notes = Array.from({ length: 1000 }, (_, at) => `Catatan nomor ${at + 1}`)
    const { pages } = printed({ threats: notes })
    const onPaper = pages.flatMap(noteBoxesOf).map((box) => box.note)
    expect(onPaper).toEqual(notes.map((_, at) => `threats-${at + 1}`))
  })

  it('from all zones at once share pages, each under its own name', () => {
    const six = Array.from({ length: 9 }, (_, turn) => longNote(turn))
    const written = Object.fromEntries([...BLOCKS, ...QUADRANTS].map(({ id }) => [id, six]))
    const { pages } = printed(written, { workshop: 'Guyub Rukun '.repeat(12) })
    expect(pages.flatMap(crossings)).toEqual([])
    for (const { id } of [...BLOCKS, ...QUADRANTS]) {
      for (const [at, text] of six.entries()) {
        expect(wordsOfNote(pages, `${id}-${at + 1}`)).toBe(text)
      }
      const further = pages.slice(2).filter((page) => page.title.includes(zonesId[id].name))
      expect(further.length).toBeGreaterThan(0)
      for (const page of further) expect(wordsOf(page)).toContain(zonesId[id].name)
    }
  })
})

it('sets a loose mark over the middle of its letter', () => {
  const [page] = printed({ channels: ['xq\u0302'] }).pages
  const [letters, mark] = (page ? runsOf(page) : []).filter((run) => run.note)
  if (!letters || !mark) throw new Error('a letter and its mark')
  expect([letters.text, mark.text]).toEqual(['xq', '\u0302'])
  const face = kit.faces.semibold
  const half = (face.advance('q'.charCodeAt(0)) ?? 0) / 2
  const middle = letters.x + letters.widthMm - unitsToMm(half, letters.sizePt)
  expect(mark.x + unitsToMm(face.middle(0x302), mark.sizePt)).toBeCloseTo(middle)
  expect(face.middle(0x302)).toBeGreaterThan(100)
})

describe('signs that the face lacks', () => {
  it('print as boxes, are marked, and are named with their note', () => {
    const { pages, missing } = printed(
      {
        'customer-relationships': ['Cicip gratis 😋 waktu bazar 😋'],
        channels: ['ꦲꦤ'],
        tray: ['Bendera 🇮🇩'],
      },
      { business: 'Sate 🍢' },
    )
    expect(missing).toEqual([
      { char: '🍢', noteId: null, text: 'Sate 🍢' },
      { char: 'ꦲ', noteId: 'channels-1', text: 'ꦲꦤ' },
      { char: 'ꦤ', noteId: 'channels-1', text: 'ꦲꦤ' },
      { char: '😋', noteId: 'customer-relationships-1', text: 'Cicip gratis 😋 waktu bazar 😋' },
      { char: '🇮🇩', noteId: 'tray-1', text: 'Bendera 🇮🇩' },
    ])
    expect(wordsOfNote(pages, 'customer-relationships-1')).toBe('Cicip gratis □ waktu bazar □')
    expect(wordsOfNote(pages, 'channels-1')).toBe('□□')
    expect(pages.map((page) => page.marks.length)).toEqual([5, 1, 2])
  })

  it('are not looked for on pages nobody prints', () => {
    const canvas = canvasWith({ threats: ['Hujan 🌧'] })
    const only = (tab: TabId) =>
      layoutCanvas(canvas, someDetails, { paper: 'A4', tabs: [tab] }, kit).missing
    expect(only('bmc')).toEqual([])
    expect(only('swot')).toHaveLength(1)
  })
})

type SampleNotes = Record<string, { text: { id: string } }[]>
type SampleMember = {
  owner: string
  business: { id: string }
  example: { bmc: SampleNotes; swot: SampleNotes }
}

describe('the sample workshop', () => {
  const { members } = JSON.parse(readFileSync('server/sample/guyub-rukun.json', 'utf8')) as {
    members: SampleMember[]
  }

  it.each(members)('prints $owner whole, on two pages, every sign of it', (member) => {
    const zones = { ...member.example.bmc, ...member.example.swot }
    const written = Object.fromEntries(
      Object.entries(zones).map(([zone, notes]) => [zone, notes.map((note) => note.text.id)]),
    )
    const { pages, missing } = printed(written, {
      owner: member.owner,
      business: member.business.id,
      example: true,
    })
    expect(missing).toEqual([])
    expect(titlesOf(pages)).toEqual(['Business Model Canvas', 'SWOT'])
    for (const [zone, texts] of Object.entries(written)) {
      expect(texts.length).toBeGreaterThan(0)
      for (const [at, text] of texts.entries()) {
        expect(wordsOfNote(pages, `${zone}-${at + 1}`)).toBe(text)
      }
    }
  })
})
