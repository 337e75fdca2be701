import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { MenuItem } from '../ui/Menu.tsx'
import { ScreenMenu } from './ScreenMenu.tsx'
import styles from './TopBar.module.css'

type TopBarProps = {
  /** Where the mark leads; with `back` an arrow stands before it. */
  home: string
  homeLabel: string
  back?: boolean
  title: string
  subtitle: ReactNode
  /** Beside the title: a small action on it. */
  beside?: ReactNode
  children?: ReactNode
  /** What the ⋮ of this screen offers beside language and looks. */
  items?: readonly MenuItem[]
}

/** The bar on the mat: where one is, and the few things to do here. */
export function TopBar({
  home,
  homeLabel,
  back = false,
  title,
  subtitle,
  beside,
  children,
  items,
}: TopBarProps) {
  return (
    <header className={`${styles.bar} ${back ? styles.withBack : ''}`}>
      <a className={styles.home} href={home} aria-label={homeLabel} title={homeLabel}>
        {back && <Icon name="left" size={20} />}
        <Mark size={34} />
      </a>
      <div className={styles.words}>
        <div className={styles.titleLine}>
          <h1 title={title}>{title}</h1>
          {beside}
        </div>
        <p>{subtitle}</p>
      </div>
      <div className={styles.actions}>{children}</div>
      <ScreenMenu items={items} />
    </header>
  )
}
