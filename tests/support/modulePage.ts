/** A page that runs one module of ours, bundled for the test and served to the browser without any server. */
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { build } from 'vite'

/** Plain http under a name: no secure context, as over a laptop's address in a hall. */
export const HALL = 'http://guyub.test/'
/** A secure context. */
export const OWN_MACHINE = 'http://localhost/'

/** @param entry Relative to `tests/`. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`../${entry}`, import.meta.url)), formats: ['es'] },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : null
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`)
  return chunk.code
}

export async function serveModule(context: BrowserContext, script: string): Promise<void> {
  await context.route(/^http:\/\/(guyub\.test|localhost)\//, (route) =>
    route.request().url().endsWith('/page.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><html><head></head><body><script type="module" src="/page.js"></script></body></html>',
        }),
  )
}

/** @param offers Name of the global by which the module says that it runs. */
export async function openModulePage(
  context: BrowserContext,
  offers: string,
  url = HALL,
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction((name) => name in globalThis, offers)
  return page
}
