/** Pages that hold nothing but what a device keeps, with a real IndexedDB. */
import type { BrowserContext, Page } from '@playwright/test'
import { bundle, openModulePage, serveModule } from './modulePage.ts'

let script: Promise<string> | null = null

export async function serveDevice(context: BrowserContext): Promise<void> {
  script ??= bundle('storage/devicePage.ts')
  await serveModule(context, await script)
}

export const openDevicePage = (context: BrowserContext, url?: string): Promise<Page> =>
  openModulePage(context, 'guyub', url)
