/**
 * Colours as data, for paper and for whatever computes with them. The same values stand in `tokens.css`, where screens
 * take them from; a test holds the two together and checks that every ink can be read on its paper.
 */
import type { NoteColour } from '../model/colours.ts'

/** `#RRGGBB` */
export type Colour = `#${string}`

export type NotePaper = {
  /** The note itself. */
  paper: Colour
  /** The words on it. */
  ink: Colour
  /** Small text on it: ticks, author. */
  meta: Colour
  /** The shade along its lower edge. */
  edge: Colour
  /** The strong tone of that colour, for icons on the sheet and for the bar of a printed note. */
  hue: Colour
  /** A printed note: 46 % of the paper on white, so that a copier shows words and little else. */
  tint: Colour
}

export const NOTE_PAPERS: Readonly<Record<NoteColour, NotePaper>> = {
  kunyit: {
    paper: '#FFE07A',
    ink: '#3B2A00',
    meta: '#6B4E00',
    edge: '#E5BE45',
    hue: '#855A00',
    tint: '#FFF1C2',
  },
  jingga: {
    paper: '#FFC894',
    ink: '#472100',
    meta: '#78400C',
    edge: '#E6A263',
    hue: '#A34D06',
    tint: '#FFE6CE',
  },
  bata: {
    paper: '#F6B7A5',
    ink: '#4E170A',
    meta: '#842B16',
    edge: '#DC917B',
    hue: '#A93A1E',
    tint: '#FBDED6',
  },
  jambu: {
    paper: '#FFC4D4',
    ink: '#541030',
    meta: '#8C2250',
    edge: '#E79BB1',
    hue: '#B0305F',
    tint: '#FFE4EB',
  },
  ungu: {
    paper: '#DDCDF8',
    ink: '#311660',
    meta: '#5A3A97',
    edge: '#BBA3E6',
    hue: '#6B46B0',
    tint: '#EFE8FC',
  },
  langit: {
    paper: '#BFDFF9',
    ink: '#0B3150',
    meta: '#1F5580',
    edge: '#8FBFE6',
    hue: '#1D639B',
    tint: '#E2F0FC',
  },
  toska: {
    paper: '#B3E6DC',
    ink: '#063B36',
    meta: '#0F5F56',
    edge: '#82CBBE',
    hue: '#0B6B62',
    tint: '#DCF4EF',
  },
  daun: {
    paper: '#CDE9AE',
    ink: '#1F3C0A',
    meta: '#3B6216',
    edge: '#A5CB7C',
    hue: '#456F12',
    tint: '#E8F5DA',
  },
  susu: {
    paper: '#E8D5BC',
    ink: '#40270E',
    meta: '#6C4A26',
    edge: '#CBB08D',
    hue: '#7B5529',
    tint: '#F4ECE0',
  },
}

/** What is black on paper, and its two quieter voices. */
export const PRINT_INKS = { ink: '#1B1511', second: '#4A3F35', third: '#5A4E43' } as const

export const WHITE: Colour = '#FFFFFF'
/** The two colours of the mark. */
export const BRAND: Colour = '#0E5B47'
export const NOW: Colour = '#F5B93A'

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** `share` of one colour laid over another. */
export function mix(colour: Colour, share: number, over: Colour = WHITE): Colour {
  const under = channels(over)
  const mixed = channels(colour).map((value, at) => value * share + (under[at] ?? 0) * (1 - share))
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2 contrast, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
