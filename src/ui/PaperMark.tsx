import { memo } from 'react'
import { PAPER_MARK_GRID, PAPER_MARKS } from '../design/paperMarks.ts'
import type { NoteColour } from '../model/note.ts'

type PaperMarkProps = { colour: NoteColour; size?: number; className?: string | undefined }

/** A paper's mark: says in a shape what its colour says. */
export const PaperMark = memo(function PaperMark({ colour, size = 9, className }: PaperMarkProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox={`0 0 ${PAPER_MARK_GRID} ${PAPER_MARK_GRID}`}
      aria-hidden="true"
    >
      <path d={PAPER_MARKS[colour]} fill="currentColor" />
    </svg>
  )
})
