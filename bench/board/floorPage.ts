/** Builds the floor as production builds are made, and serves it to one page. */
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'

export type FloorPage = { script: string; style: string }

export async function floorPage(): Promise<FloorPage> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('floor.tsx', import.meta.url)), formats: ['es'] },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the floor was not built')
  const style = output.output.find((each) => each.fileName.endsWith('.css'))
  return {
    script: output.output[0].code,
    style: style?.type === 'asset' ? String(style.source) : '',
  }
}

const HOST = 'http://floor.test/'

export async function serveFloor(
  page: Page,
  { script, style }: FloorPage,
  query: string,
): Promise<void> {
  await page.route(`${HOST}**`, (route) =>
    route.request().url().endsWith('/page.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><style>${style}</style><body><script type="module" src="/page.js"></script>`,
        }),
  )
  await page.goto(`${HOST}?${query}`)
  await page.locator('[data-note]').first().waitFor()
}
