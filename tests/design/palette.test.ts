import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Colour } from '../../src/design/palette.ts'
import {
  BRAND,
  contrast,
  mix,
  NOTE_PAPERS,
  NOW,
  PRINT_INKS,
  WHITE,
} from '../../src/design/palette.ts'
import { NOTE_COLOURS } from '../../src/model/colours.ts'

const tokens = readFileSync('src/design/tokens.css', 'utf8')
const darkFrom = tokens.search(/^\[data-theme="dark"\]/m)
const THEMES = { light: tokens.slice(0, darkFrom), dark: tokens.slice(darkFrom) }
type Theme = keyof typeof THEMES

/** The value of a token; what the dark theme does not say is as in the light one. */
function token(name: string, theme: Theme = 'light'): string {
  const pattern = new RegExp(`--${name}:\\s*([^;]+);`)
  const found = pattern.exec(THEMES[theme]) ?? pattern.exec(THEMES.light)
  if (!found?.[1]) throw new Error(`tokens.css has no --${name}`)
  return found[1].toUpperCase()
}

const papers = NOTE_COLOURS.map((name) => ({ name, ...NOTE_PAPERS[name] }))

/** How much of a note's paper is left in print. */
const TINT_SHARE = 0.46

describe('the nine papers', () => {
  it.each(papers)('$name: every ink can be read on its paper', ({ paper, ink, meta }) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(meta, paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(papers)('$name: print ink can be read on its tint, the bar stands out', (paper) => {
    expect(contrast(PRINT_INKS.ink, paper.tint)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(paper.hue, WHITE)).toBeGreaterThanOrEqual(3)
  })

  it.each(papers)('$name: screen and paper agree', ({ name, paper, ink, meta, edge, hue }) => {
    const inTokens = ['', '-ink', '-meta', '-edge'].map((part) => token(`note-${name}${part}`))
    expect(inTokens).toEqual([paper, ink, meta, edge])
    expect(token(`hue-${name}`)).toBe(hue)
  })

  it.each(papers)('$name: the printed tint is its paper thinned with white', ({ paper, tint }) => {
    expect(mix(paper, TINT_SHARE).toUpperCase()).toBe(tint)
  })
})

/** Words and what they lie on. */
const WORDS_ON: Record<string, readonly string[]> = {
  ink: ['mat', 'sheet', 'raised', 'sunk', 'away', 'brand-soft'],
  'ink-2': ['mat', 'sheet', 'raised', 'sunk', 'away'],
  'ink-3': ['mat', 'sheet', 'raised', 'sunk'],
  brand: ['mat', 'sheet', 'raised', 'brand-soft'],
  'on-brand': ['brand', 'brand-press'],
  'now-ink': ['now-soft', 'sheet', 'mat'],
  'on-now': ['now'],
  'on-now-2': ['now'],
  alarm: ['sheet', 'raised', 'alarm-soft'],
  info: ['sheet', 'info-soft'],
  'on-calm': ['calm'],
  now: ['calm'],
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(Object.entries(WORDS_ON))('can be read: %s on %j', (ink, grounds) => {
    for (const ground of grounds) {
      const found = contrast(token(ink, theme) as Colour, token(ground, theme) as Colour)
      expect(found, ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(['sheet', 'raised', 'mat'])('shows where a field or control ends on %s', (ground) => {
    const found = contrast(token('edge', theme) as Colour, token(ground, theme) as Colour)
    expect(found).toBeGreaterThanOrEqual(3)
  })
})

it('has the mark in the colours of the screen', () => {
  expect([BRAND, NOW]).toEqual([token('brand'), token('now')])
})

it('reads the second and third voice of paper on white', () => {
  for (const ink of Object.values(PRINT_INKS)) {
    expect(contrast(ink, WHITE)).toBeGreaterThanOrEqual(4.5)
  }
})

it('measures contrast as WCAG does', () => {
  const grey: Colour = '#767676'
  expect(contrast('#000000', WHITE)).toBeCloseTo(21)
  expect(contrast(grey, WHITE)).toBeCloseTo(4.54, 2)
})
