import { useMessages } from '../i18n/useMessages.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useScreenItems } from './useScreenItems.ts'

type ScreenMenuProps = {
  /** What only this screen offers; stands first. */
  items?: readonly MenuItem[]
  className?: string
}

/** The ⋮ in the bar of a screen. */
export function ScreenMenu({ items = [], className }: ScreenMenuProps) {
  const { common } = useMessages()
  const always = useScreenItems()
  return (
    <Menu
      label={common.more}
      size={useIsPhone() ? 'touch' : 'pointer'}
      items={[...items, ...always]}
      className={className}
    />
  )
}
