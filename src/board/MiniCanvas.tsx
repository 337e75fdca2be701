import { memo } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { CanvasView } from '../model/canvas.ts'
import { notesInZone } from '../model/canvas.ts'
import type { NoteColour } from '../model/note.ts'
import type { BlockId } from '../model/zones.ts'
import { BLOCKS } from '../model/zones.ts'
import styles from './MiniCanvas.module.css'

/** Colours of each block's notes, in order. */
export type MiniColours = Readonly<Record<BlockId, readonly NoteColour[]>>

/** More squares than this are out of sight anyway. */
const MOST_SQUARES = 32

type MiniSize = 'small' | 'large'

/** A canvas as a picture: where notes are and where not, in their colours. As wide as it is let; says its count in words. */
export function MiniCanvas({ view, size = 'small' }: { view: CanvasView; size?: MiniSize }) {
  return <MiniPicture colours={miniColours(view)} size={size} />
}

export const miniColours = (view: CanvasView): MiniColours =>
  Object.fromEntries(
    BLOCKS.map(({ id }) => [id, notesInZone(view, id).map((note) => note.colour)]),
  ) as Record<BlockId, NoteColour[]>

export const MiniPicture = memo(function MiniPicture({
  colours,
  size = 'small',
}: {
  colours: MiniColours
  size?: MiniSize
}) {
  const words = useMessages().board
  const count = BLOCKS.reduce((sum, { id }) => sum + colours[id as BlockId].length, 0)
  return (
    <div
      className={`${styles.mini} ${styles[size]}`}
      role="img"
      aria-label={`${words.tabs.bmc}: ${words.notes(count)}`}
    >
      {BLOCKS.map(({ id }) => (
        <span key={id} className={styles.block} data-cell={id}>
          {colours[id as BlockId].slice(0, MOST_SQUARES).map((colour, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity but their turn
            <i key={index} className={`paper-${colour}`} />
          ))}
        </span>
      ))}
    </div>
  )
})
