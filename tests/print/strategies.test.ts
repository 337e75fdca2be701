import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { NOTE_PAPERS } from '../../src/design/palette.ts'
import { NOTE_COLOURS } from '../../src/model/colours.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { TabId } from '../../src/model/zones.ts'
import { printableTabs } from '../../src/print/details.ts'
import { layoutCanvas } from '../../src/print/layoutCanvas.ts'
import type { PrintedPage } from '../../src/print/page.ts'
import { renderPdf } from '../../src/print/renderPdf.ts'
import type { Written } from './printing.ts'
import {
  canvasWith,
  kit,
  noteBoxesOf,
  runsOf,
  someDetails,
  wordsOf,
  wordsOfNote,
} from './printing.ts'

const joined = (text: string, ...joins: string[]) => ({ text, joins: joins as NoteId[] })
const plan: Written = {
  strengths: ['Renyah', 'Singkong gampang didapat'],
  opportunities: ['Camilan sehat', 'Toko oleh-oleh'],
  threats: ['Minyak naik turun'],
  'tows-so': [joined('Titip di 3 toko', 'strengths-1', 'opportunities-2'), 'Ikut bazar'],
  'tows-st': [joined('Jaga resep', 'strengths-2', 'threats-1')],
}
const ALL: readonly TabId[] = ['bmc', 'swot', 'tows']

function pagesOf(written: Written, tabs = ALL, thisWeek: string | null = null): PrintedPage[] {
  const canvas = { ...canvasWith(written), thisWeek: thisWeek as NoteId | null }
  return layoutCanvas(canvas, someDetails, { paper: 'A4', tabs }, kit).pages
}
const pageOf = (pages: readonly PrintedPage[], title: string): PrintedPage => {
  const page = pages.find((each) => each.title === title)
  if (!page) throw new Error(`no page ${title}`)
  return page
}
const labelsOf = (page: PrintedPage, note: string) =>
  runsOf(page)
    .filter((run) => run.label === note)
    .map((run) => run.text)

describe('the page of strategies', () => {
  it('is there where a canvas has some', () => {
    expect(pagesOf(plan).map((page) => page.title)).toEqual([
      'Business Model Canvas',
      'SWOT',
      'Strategi (TOWS)',
    ])
    expect(pagesOf({ strengths: ['Renyah'] }).map((page) => page.title)).not.toContain(
      'Strategi (TOWS)',
    )
    expect(printableTabs(canvasWith({}))).toEqual(['bmc', 'swot'])
    expect(pagesOf(plan, ['bmc']).flatMap(wordsOf)).not.toContain('Ikut bazar')
  })

  it('has each strategy in its cell, with the pair that it joins, and one marked for this week', () => {
    const page = pageOf(pagesOf(plan, ALL, 'tows-so-1'), 'Strategi (TOWS)')
    expect(labelsOf(page, 'tows-so-1')).toEqual(['S1 + O2', 'Minggu ini'])
    expect(labelsOf(page, 'tows-so-2')).toEqual([])
    expect(labelsOf(page, 'tows-st-1')).toEqual(['S2 + T1'])
    const boxes = noteBoxesOf(page)
    const at = (note: string) => boxes.find((box) => box.note === note)
    expect(at('tows-st-1')?.y).toBeGreaterThan(at('tows-so-1')?.y ?? Number.NaN)
  })

  it('has what they combine beside them: inside above, outside on the left', () => {
    const page = pageOf(pagesOf(plan), 'Strategi (TOWS)')
    expect(labelsOf(page, 'strengths-2')).toEqual(['S2', 'Singkong gampang didapat'])
    const whereIs = (text: string) => {
      const run = runsOf(page).find((each) => each.text === text)
      if (!run) throw new Error(`no ${text}`)
      return run
    }
    expect(whereIs('S1').baseline).toBeLessThan(whereIs('Titip di 3 toko').baseline)
    expect(whereIs('O1').x).toBeLessThan(whereIs('Titip di 3 toko').x)
    expect(whereIs('T1').baseline).toBeGreaterThan(whereIs('O2').baseline)
  })

  it('calls notes as the SWOT before it does, and the SWOT alone calls them nothing', () => {
    expect(labelsOf(pageOf(pagesOf(plan), 'SWOT'), 'opportunities-2')).toEqual(['O2'])
    expect(labelsOf(pageOf(pagesOf(plan, ['swot']), 'SWOT'), 'opportunities-2')).toEqual([])
  })

  it('leaves out of a pair what is gone', () => {
    const written: Written = { ...plan, 'tows-so': [joined('Titip', 'gone', 'opportunities-1')] }
    expect(labelsOf(pageOf(pagesOf(written), 'Strategi (TOWS)'), 'tows-so-1')).toEqual(['O1'])
  })

  const crowded: Written = {
    strengths: Array.from({ length: 60 }, (_, at) => `Kekuatan nomor ${at + 1} dari usaha ini`),
    'tows-so': Array.from({ length: 30 }, (_, at) => joined(`Langkah ${at + 1}`, 'strengths-60')),
  }

  it('shows the notes that are joined first where not all have room, and says where the rest is', () => {
    const page = pageOf(pagesOf(crowded), 'Strategi (TOWS)')
    expect(labelsOf(page, 'strengths-60')).toEqual(['S60', 'Kekuatan nomor 60 dari usaha ini'])
    expect(labelsOf(page, 'strengths-59')).toEqual([])
    const named = [...new Set(runsOf(page).map((run) => run.label))].filter((each) =>
      each?.startsWith('strengths'),
    )
    expect(wordsOf(page)).toContain(`${60 - named.length} catatan lagi di halaman 2`)
  })

  it('goes on to further pages with strategies, and with their notes where no SWOT is printed', () => {
    const pages = pagesOf(crowded, ['tows'])
    for (let at = 1; at <= 30; at++)
      expect(wordsOfNote(pages, `tows-so-${at}`)).toBe(`Langkah ${at}`)
    expect(pages[1]?.title).toBe('Lanjutan: Strategi SO (Kekuatan-Peluang), Kekuatan')
    const beside = new Set(pages.flatMap(runsOf).map((run) => run.label ?? run.note))
    for (let at = 1; at <= 60; at++) expect(beside).toContain(`strengths-${at}`)
  })
})

describe('small print under a note', () => {
  it('names the block it was taken from, with its picture, and says when that is gone', () => {
    const plain = pageOf(pagesOf({ strengths: ['Renyah'] }), 'SWOT')
    const page = pageOf(
      pagesOf({
        'value-propositions': ['Renyah'],
        strengths: [
          { text: 'Renyah', origin: 'value-propositions-1' as NoteId },
          { text: 'Murah', origin: 'gone' as NoteId },
        ],
      }),
      'SWOT',
    )
    expect(labelsOf(page, 'strengths-1')).toEqual(['Proposisi Nilai'])
    expect(labelsOf(page, 'strengths-2')).toEqual(['Aslinya sudah dihapus'])
    const drawings = (each: PrintedPage) =>
      each.items.filter(({ kind }) => kind === 'drawing').length
    // One sign of the second note's paper, and the strokes of the gift.
    expect(drawings(page)).toBeGreaterThan(drawings(plain) + 1)
  })

  it('has the tags, each unbroken, and is as wide as the note', () => {
    const tags = ['murah', 'oleh-oleh khas Malang', 'tahan lama', 'W'.repeat(12), 'pagi']
    const page = pageOf(pagesOf({ channels: [{ text: 'Pasar', tags }] }), 'Business Model Canvas')
    expect(labelsOf(page, 'channels-1')).toEqual(tags.map((tag) => `#${tag}`))
    const [box] = noteBoxesOf(page)
    for (const run of runsOf(page).filter((each) => each.label)) {
      expect(run.x + run.widthMm).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
      expect(run.baseline).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0))
    }
  })

  it('names a sign that the face lacks once, though its note stands on two pages', () => {
    const canvas = canvasWith({ ...plan, strengths: ['Renyah 😋'] })
    const { missing } = layoutCanvas(canvas, someDetails, { paper: 'A4', tabs: ALL }, kit)
    expect(missing).toEqual([{ char: '😋', noteId: 'strengths-1', text: 'Renyah 😋' }])
  })

  it('names signs that the face lacks in a tag', () => {
    const canvas = canvasWith({ channels: [{ text: 'Pasar', tags: ['enak 😋'] }] })
    const { missing } = layoutCanvas(canvas, someDetails, { paper: 'A4', tabs: ['bmc'] }, kit)
    expect(missing).toEqual([{ char: '😋', noteId: 'channels-1', text: 'enak 😋' }])
  })
})

describe('colour in black and white', () => {
  it('is a sign on every note: as many as there are papers', () => {
    const notes = NOTE_COLOURS.map((colour) => ({ text: colour, colour }))
    const page = pageOf(pagesOf({ 'customer-segments': notes }), 'Business Model Canvas')
    const shapeOf = (colour: (typeof NOTE_COLOURS)[number]) =>
      page.items.flatMap((item) =>
        item.kind === 'drawing' && item.fill === NOTE_PAPERS[colour].hue
          ? [item.path.map(({ op }) => op).join('')]
          : [],
      )
    for (const colour of NOTE_COLOURS) expect(shapeOf(colour)).toHaveLength(1)
  })

  it('stands right of the words, however long they are: before them it would be read as one', () => {
    const page = pageOf(
      pagesOf({ 'customer-segments': ['i'.repeat(300), '.'.repeat(300)] }),
      'Business Model Canvas',
    )
    const signs = page.items.flatMap((item) =>
      item.kind === 'drawing' && item.fill === NOTE_PAPERS.langit.hue ? [item.path] : [],
    )
    expect(signs).toHaveLength(2)
    for (const [at, path] of signs.entries()) {
      const left = Math.min(...path.flatMap(({ c }) => c.filter((_, index) => index % 2 === 0)))
      const words = runsOf(page).filter((run) => run.note === `customer-segments-${at + 1}`)
      const end = Math.max(...words.map((run) => run.x + run.widthMm))
      expect(end).toBeGreaterThan(left - 3)
      expect(end).toBeLessThan(left)
    }
  })
})

describe('what a workshop calls its colours', () => {
  const legend = { daun: 'sudah jalan', kunyit: 'ide', bata: 'x'.repeat(40), susu: 'enak 😋' }
  const laidOut = (given: typeof someDetails.legend) =>
    layoutCanvas(
      canvasWith({ tray: ['Loose'] }),
      { ...someDetails, legend: given },
      { paper: 'A4', tabs: ALL },
      kit,
    )

  it('stands at the foot of every page, and nothing does where it names none', () => {
    const { pages, missing } = laidOut(legend)
    expect(pages).toHaveLength(3)
    for (const page of pages) {
      const words = wordsOf(page)
      expect(words).toEqual(expect.arrayContaining(['Arti warna', 'ide', 'sudah jalan', 'enak □']))
    }
    expect(missing).toEqual([{ char: '😋', noteId: null, text: 'enak 😋' }])
    expect(laidOut({}).pages.flatMap(wordsOf)).not.toContain('Arti warna')
  })

  it('takes as many lines as it needs, and the canvas gives way', () => {
    const all = Object.fromEntries(NOTE_COLOURS.map((colour) => [colour, colour.repeat(6)]))
    const frames = [{}, legend, all].map((given) => {
      const [page] = laidOut(given).pages
      return Math.max(...(page?.items ?? []).map((item) => (item.kind === 'box' ? item.height : 0)))
    })
    expect(frames).toEqual([...frames].sort((a, b) => b - a))
    expect(new Set(frames).size).toBe(3)
  })
})

it('is in the PDF as another reader finds it', async () => {
  const details = { ...someDetails, legend: { daun: 'sudah jalan' } }
  const canvas = { ...canvasWith(plan), thisWeek: 'tows-so-1' as NoteId }
  const printed = layoutCanvas(canvas, details, { paper: 'A4', tabs: ALL }, kit)
  const bytes = renderPdf(printed, details, kit.faces)
  const { text } = await extractText(await getDocumentProxy(bytes))
  expect(text).toHaveLength(3)
  for (const words of [
    'Strategi (TOWS)',
    'Titip di 3 toko',
    'S1 + O2',
    'Minggu ini',
    'Singkong gampang didapat',
    'sudah jalan',
    'CC BY-SA 3.0',
    '3 / 3',
  ]) {
    expect(text[2]).toContain(words)
  }
})
