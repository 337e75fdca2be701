import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const page = readFileSync('index.html', 'utf8')

it('speaks Indonesian before any script has run', () => {
  expect(page).toMatch(/<html lang="id">[\s\S]*<head>[\s\S]*<\/head>[\s\S]*<body>/)
  expect(page).toMatch(/<noscript>[^<]*Nyalakan JavaScript[^<]*<\/noscript>/)
})

it('tells nobody the address, which holds a capability', () => {
  expect(page).toContain('<meta name="referrer" content="no-referrer" />')
  expect(page).toContain('<meta name="robots" content="noindex" />')
})

it('lets the keyboard push the page up instead of covering what is typed', () => {
  expect(page).toContain('interactive-widget=resizes-content')
})

it('has nothing inline and nothing of another host: the policy is self only', () => {
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)|https?:\/\//)
})

it('gives the script before the first paint a new name with each change: browsers keep it for good', () => {
  const [, name, mark] = /src="\/(assets\/looks-([0-9a-f]{8})\.js)"/.exec(page) ?? []
  const hash = createHash('sha256')
    .update(readFileSync(`public/${name}`))
    .digest('hex')
  expect(hash.slice(0, 8)).toBe(mark)
})

it('shows the same mark in the tab as on the page', () => {
  expect(readFileSync('public/mark.svg', 'utf8')).toBe(readFileSync('src/design/mark.svg', 'utf8'))
})
