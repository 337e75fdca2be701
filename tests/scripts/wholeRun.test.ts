import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { miniProject } from './miniProject.ts'

const good = {
  'src/model/double.ts': 'export const double = (n: number) => 2 * n\n',
  'tests/model/double.test.ts':
    "import { expect, it } from 'vitest'\nimport { double } from '../../src/model/double.ts'\n\nit('doubles', () => expect(double(2)).toBe(4))\n",
  'tests/server/answer.test.ts': "import { it } from 'vitest'\n\nit('answers', () => {})\n",
  'tests/e2e/page.spec.ts': "import { test } from '@playwright/test'\n\ntest('opens', () => {})\n",
  // None of these tests opens a page; what counts here is that a browser answers.
  chromium: '#!/bin/sh\necho Chromium 999\n',
}

/** `npm test` of a small project: its exit code and the last line it prints. */
async function npmTest(files: Readonly<Record<string, string>>) {
  const root = await miniProject(files)
  chmodSync(join(root, 'chromium'), 0o755)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/test.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM_PATH: join(root, 'chromium') },
  })
  return { status, said: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1) }
}

it('ends a good run with the sum of all stages', async () => {
  const { status, lastLine, said } = await npmTest(good)
  // Build, format and lint, types, and one test each of unit, server and end-to-end.
  expect(lastLine, said).toBe('6 passed, 0 failed')
  expect(status).toBe(0)
})

it('goes on through every stage when each of them fails', async () => {
  const { status, lastLine, said } = await npmTest({
    ...good,
    'src/model/double.ts': 'export const double = (n: number): string => 3*n;\n',
    'tests/server/answer.test.ts': "import { it } from 'vitest'\n\nit.skip('answers', () => {})\n",
    'tests/e2e/page.spec.ts': "import { test } from '@playwright/test'\n",
  })
  expect(lastLine, said).toBe('1 passed, 5 failed')
  expect(said).toContain("Type 'number' is not assignable to type 'string'")
  expect(status).toBe(1)
})
