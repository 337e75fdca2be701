import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildState, ensureBuilt, webFingerprint } from '../../scripts/readiness.mjs'
import { miniProject } from './miniProject.ts'
import { tempFolder, writeFiles } from './tempFolder.ts'

const node24 = process.execPath
const builtScript = (root: string) => {
  const [script = 'none'] = readdirSync(join(root, 'dist/assets')).filter((n) => n.endsWith('.js'))
  return readFileSync(join(root, 'dist/assets', script), 'utf8')
}

it('builds when sources have changed, and only then', async () => {
  const root = await miniProject({})
  expect(buildState(root)).toBe('missing')
  await ensureBuilt(root, node24)
  expect(buildState(root)).toBe('fresh')
  expect(builtScript(root)).toContain('halo')

  writeFiles(root, { 'dist/left-alone.txt': 'a new build would have removed me' })
  await ensureBuilt(root, node24)
  expect(readdirSync(join(root, 'dist'))).toContain('left-alone.txt')

  writeFiles(root, { 'src/app/main.tsx': "document.body.append('selamat pagi')\n" })
  expect(buildState(root)).toBe('outdated')
  await ensureBuilt(root, node24)
  expect(builtScript(root)).toContain('selamat pagi')
  expect(readdirSync(join(root, 'dist'))).not.toContain('left-alone.txt')
})

it('keeps the old build whole when the new one fails', async () => {
  const root = await miniProject({})
  await ensureBuilt(root, node24)
  writeFiles(root, { 'src/app/main.tsx': "import './gone.ts'\n" })
  await expect(ensureBuilt(root, node24)).rejects.toThrow(/does not build[\s\S]*gone\.ts/)
  expect(builtScript(root)).toContain('halo')
  expect(buildState(root)).toBe('outdated')
})

it('writes nothing inline and lowers the syntax for old phones', async () => {
  const root = await miniProject({
    'src/app/main.tsx':
      "import './look.css'\nclass A {\n  static { document.title = 'x' }\n}\nnew A()\n",
    'src/app/look.css': '.a { inset: 0; .b & { background: url("dot.svg") } }\n',
    'src/app/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  })
  await ensureBuilt(root, node24)
  const page = readFileSync(join(root, 'dist/index.html'), 'utf8')
  expect(page).toMatch(/<script type="module" crossorigin src="\/assets\/[^"]+\.js"><\/script>/)
  expect(page).not.toMatch(/<style|<script(?![^>]*\bsrc=)/)
  expect(builtScript(root)).not.toMatch(/static\s*\{/)
  expect(builtScript(root), 'the preload polyfill').not.toContain('modulepreload')
  const names = readdirSync(join(root, 'dist/assets'))
  const style = readFileSync(
    join(root, 'dist/assets', names.find((name) => name.endsWith('.css')) ?? ''),
    'utf8',
  )
  expect(style).toContain('.b .a')
  expect(style).not.toContain('data:')
})

it('gives no phone the heavy parts of jsPDF that only .html() needs', async () => {
  const root = await miniProject({
    'src/app/main.tsx':
      "import('jspdf').then(({ jsPDF }) => {\n  document.title = new jsPDF().output()\n})\n",
  })
  await ensureBuilt(root, node24)
  const chunks = readdirSync(join(root, 'dist/assets'))
  expect(chunks.filter((name) => /jspdf/.test(name))).toHaveLength(1)
  expect(chunks.filter((name) => /html2canvas|canvg|purify|core-js/.test(name))).toEqual([])
  const bytes = chunks.reduce(
    (sum, name) => sum + statSync(join(root, 'dist/assets', name)).size,
    0,
  )
  expect(bytes).toBeLessThan(450_000)
})

it('goes by what files hold, not by when they were touched', () => {
  const root = tempFolder({ 'src/a.ts': 'a', 'index.html': 'page' })
  const before = webFingerprint(root)
  utimesSync(join(root, 'src/a.ts'), new Date(0), new Date(0))
  expect(webFingerprint(root)).toBe(before)

  const changed = new Set([before])
  writeFileSync(join(root, 'src/a.ts'), 'b')
  changed.add(webFingerprint(root))
  writeFiles(root, { 'src/deep/er/c.css': '' })
  changed.add(webFingerprint(root))
  writeFiles(root, { 'public/mark.svg': '<svg/>' })
  changed.add(webFingerprint(root))
  writeFiles(root, { 'server/main.ts': 'not part of the web app' })
  changed.add(webFingerprint(root))
  expect(changed.size).toBe(4)
})
