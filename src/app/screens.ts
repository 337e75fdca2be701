/**
 * Screens that come when they are first shown. What a phone may need without signal (start, join, its own canvases) is in
 * the first load: each is small, and every further file costs a round trip on a bad network.
 */
import { lazyScreen } from './lazyScreen.tsx'
import { withPictures } from './withPictures.tsx'

export const CanvasScreen = lazyScreen(
  async () => (await import('./CanvasScreen.tsx')).CanvasScreen,
)
export const CreateScreen = lazyScreen(
  async () => (await import('../workshop/CreateScreen.tsx')).CreateScreen,
)
export const DashboardScreen = lazyScreen(async () => {
  const { DashboardScreen } = await import('../workshop/DashboardScreen.tsx')
  return withPictures(DashboardScreen)
})
export const LinksScreen = lazyScreen(
  async () => (await import('../workshop/LinksScreen.tsx')).LinksScreen,
)
export const FacilitatorCanvasScreen = lazyScreen(
  async () => (await import('./FacilitatorCanvasScreen.tsx')).FacilitatorCanvasScreen,
)
