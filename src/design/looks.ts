/** How the screens look on this device, and how the page is made to look so. */

export const THEMES = ['light', 'dark', 'device'] as const
export type Theme = (typeof THEMES)[number]

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
type TextSize = (typeof TEXT_SIZES)[number]

export type Looks = { theme: Theme; text: TextSize }

/** Light even where the device itself is dark: a canvas is paper, and phones are read in the sun. */
export const usualLooks: Looks = { theme: 'light', text: 'normal' }

const darkDevice = () => matchMedia('(prefers-color-scheme: dark)')

/** The file in `public/assets` does the same before the first paint. */
export function applyLooks({ theme, text }: Looks): void {
  const dark = theme === 'dark' || (theme === 'device' && darkDevice().matches)
  const { dataset } = document.documentElement
  dataset.theme = dark ? 'dark' : 'light'
  dataset.text = text
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', dark ? '#15110D' : '#E8E0D0')
}

/** Tells when the device itself turns dark or light. */
export function watchDevice(listener: () => void): () => void {
  const device = darkDevice()
  device.addEventListener('change', listener)
  return () => device.removeEventListener('change', listener)
}
