import type { ReactNode } from 'react'
import type { NoteColour } from '../model/note.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './RowLink.module.css'

type RowLinkProps = {
  paper?: NoteColour
  icon?: string
  /** Instead of an icon on paper: an avatar. */
  picture?: ReactNode
  title: string
  hint: string
} & ({ href: string } | { onPress(): void; busy?: boolean })

/** A way onwards as one large row: picture, name, what it is for. */
export function RowLink({
  paper = 'kunyit',
  icon = 'note',
  picture,
  title,
  hint,
  ...way
}: RowLinkProps) {
  const inside = (
    <>
      {picture ?? (
        <span className={`${styles.chip} paper-${paper}`}>
          <Icon name={icon} size={24} />
        </span>
      )}
      <span className={styles.words}>
        <b>{title}</b>
        <small>{hint}</small>
      </span>
      <Icon name="right" size={22} />
    </>
  )
  if ('href' in way) {
    return (
      <a className={styles.row} href={way.href}>
        {inside}
      </a>
    )
  }
  return (
    <button type="button" className={styles.row} disabled={way.busy} onClick={way.onPress}>
      {inside}
    </button>
  )
}
