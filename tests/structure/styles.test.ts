import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const modules = globSync('src/**/*.module.css')

/** Selectors of a style sheet's rules, without those of keyframes. */
function selectorsOf(css: string): string[] {
  const plain = css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@keyframes[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/@[^{};]*\{/g, '{')
  return [...plain.matchAll(/([^{};]+)\{/g)]
    .flatMap(([, list = '']) => list.replace(/\([^()]*,[^()]*\)/g, '').split(','))
    .map((selector) => selector.trim())
    .filter((selector) => selector !== '')
}

// One that names no class of its own would be true for every screen: nothing but its order in the bundle decides then.
it('keeps every rule of a component to that component', () => {
  const loose = modules.flatMap((file) =>
    selectorsOf(readFileSync(file, 'utf8'))
      .filter((selector) => !selector.includes('.'))
      .map((selector) => `${file}: ${selector}`),
  )
  expect(modules.length).toBeGreaterThan(50)
  expect(loose).toEqual([])
})

it('keeps no token that nothing uses', () => {
  const tokens = readFileSync('src/design/tokens.css', 'utf8')
  const files = [...globSync('src/**/*.{css,ts,tsx}'), 'index.html']
  const used = files.map((file) => readFileSync(file, 'utf8').replace(/(--[\w-]+)\s*:/g, '')).join()
  const names = new Set([...tokens.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name))
  expect(names.size).toBeGreaterThan(80)
  expect([...names].filter((name) => !new RegExp(`${name}(?![\\w-])`).test(used))).toEqual([])
})
