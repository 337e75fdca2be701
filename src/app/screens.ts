import { lazyScreen } from './lazyScreen.tsx'

export const LandingScreen = lazyScreen(
  async () => (await import('../workshop/Landing.tsx')).Landing,
)
export const CreateScreen = lazyScreen(
  async () => (await import('../workshop/CreateScreen.tsx')).CreateScreen,
)
export const MineScreen = lazyScreen(async () => {
  const [{ MineScreen }, { withPictures }] = await Promise.all([
    import('../workshop/MineScreen.tsx'),
    import('./withPictures.tsx'),
  ])
  return withPictures(MineScreen)
})
export const JoinScreen = lazyScreen(
  async () => (await import('../workshop/JoinScreen.tsx')).JoinScreen,
)
export const DashboardScreen = lazyScreen(async () => {
  const [{ DashboardScreen }, { withPictures }] = await Promise.all([
    import('../workshop/DashboardScreen.tsx'),
    import('./withPictures.tsx'),
  ])
  return withPictures(DashboardScreen)
})
export const LinksScreen = lazyScreen(
  async () => (await import('../workshop/LinksScreen.tsx')).LinksScreen,
)
export const CanvasScreen = lazyScreen(
  async () => (await import('./CanvasScreen.tsx')).CanvasScreen,
)
export const FacilitatorCanvasScreen = lazyScreen(
  async () => (await import('./FacilitatorCanvasScreen.tsx')).FacilitatorCanvasScreen,
)
