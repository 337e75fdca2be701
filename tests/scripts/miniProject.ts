import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from '../../scripts/readiness.mjs'
import { tempFolder } from './tempFolder.ts'

const asTheyAre = [
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
  'src/print/stubs/none.ts',
  'src/vite-env.d.ts',
]

/**
 * A project in a folder of its own, with this one's scripts, configuration and packages, and an
 * app and a server of a few lines.
 */
export async function miniProject(files: Readonly<Record<string, string>>): Promise<string> {
  const root = tempFolder({
    '.gitignore': 'node_modules\ndist/\n.cache/\ntest-results/\n',
    'index.html':
      '<!doctype html><html lang="id"><head><title>Mini</title></head><body><div id="app"></div><script type="module" src="/src/app/main.tsx"></script></body></html>\n',
    'src/app/main.tsx': "document.body.append('halo')\n",
    ...files,
  })
  for (const path of asTheyAre) cpSync(path, join(root, path), { recursive: true })
  // So that the mini project finds the packages it shares to be installed.
  await ensureInstalled(process.cwd())
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction')
  return root
}
