import type { NoteColour } from '../model/note.ts'
import { NOTE_COLOURS } from '../model/note.ts'
import type { Legend } from '../model/workshop.ts'
import { PaperMark } from '../ui/PaperMark.tsx'
import { useBoard } from './boardContext.ts'
import styles from './LegendList.module.css'

type Named = { colour: NoteColour; name: string }

export const namedColours = (legend: Legend): readonly Named[] =>
  NOTE_COLOURS.flatMap((colour) => {
    const name = legend[colour]
    return name ? [{ colour, name }] : []
  })

/** What the workshop lets colours mean: each paper with its mark, and its name. */
export function LegendList({ size }: { size: 'pointer' | 'touch' }) {
  const { legend } = useBoard()
  return (
    <ul className={`${styles.list} ${styles[size]}`}>
      {namedColours(legend).map(({ colour, name }) => (
        <li key={colour} className={`paper-${colour}`} dir="auto">
          <i>
            <PaperMark colour={colour} size={size === 'touch' ? 16 : 12} />
          </i>
          {name}
        </li>
      ))}
    </ul>
  )
}
