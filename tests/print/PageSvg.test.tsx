import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../src/design/palette.ts'
import { PageSvg } from '../../src/print/PageSvg.tsx'
import type { Written } from './printing.ts'
import { printed, runsOf, wordsOf } from './printing.ts'

function shown(written: Written) {
  const [page] = printed(written).pages
  if (!page) throw new Error('no page')
  return { page, markup: renderToStaticMarkup(<PageSvg page={page} label="Halaman 1 dari 2" />) }
}

describe('the preview of a page', () => {
  it('has every run where it will print', () => {
    const { page, markup } = shown({ channels: ['Titip di warung'] })
    const texts = [...markup.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<\/text>/g)]
    expect(texts.map(([, , , text]) => text)).toEqual(wordsOf(page))
    for (const [at, run] of runsOf(page).entries()) {
      expect(Number(texts[at]?.[1])).toBeCloseTo(run.x * 10)
      expect(Number(texts[at]?.[2])).toBeCloseTo(run.baseline * 10)
    }
  })

  it('has the proportions of A4', () => {
    expect(shown({}).markup).toContain('viewBox="0 0 2970 2100"')
  })

  it('sets gold behind signs that will print as boxes, and behind nothing else', () => {
    const gold = (markup: string) => markup.split(`fill="${NOW}"`).length
    const plain = shown({ channels: ['Cicip gratis'] })
    const marked = shown({ channels: ['Cicip 😋 gratis 😋'] })
    expect(gold(marked.markup) - gold(plain.markup)).toBe(2)
  })

  it('needs no inline styles: the page forbids them', () => {
    expect(shown({ channels: ['Titip'] }).markup).not.toContain('style=')
  })

  it('shows words as words', () => {
    expect(shown({ channels: ['<script>alert(1)</script>'] }).markup).not.toContain('<script')
  })

  it('is a picture with a name', () => {
    expect(shown({}).markup).toMatch(/^<svg [^>]*role="img" aria-label="Halaman 1 dari 2"/)
  })
})
