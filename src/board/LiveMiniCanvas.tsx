import { useMemo, useSyncExternalStore } from 'react'
import type { NoteColour } from '../model/note.ts'
import { BLOCKS } from '../model/zones.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { MiniColours } from './MiniCanvas.tsx'
import { MiniPicture, miniColours } from './MiniCanvas.tsx'

/** The picture of an open canvas, live. Redrawn when notes come, go, move or change colour: not for typing. */
export function LiveMiniCanvas({ session }: { session: CanvasSession }) {
  const written = useSyncExternalStore(session.subscribe, () => write(miniColours(session.view())))
  const colours = useMemo(() => read(written), [written])
  return <MiniPicture colours={colours} />
}

/** As one string, which is the same while the picture is. */
const write = (colours: MiniColours): string =>
  BLOCKS.map(({ id }) => colours[id as keyof MiniColours].join(' ')).join('|')

const read = (written: string): MiniColours => {
  const lists = written.split('|').map((list) => (list === '' ? [] : list.split(' ')))
  return Object.fromEntries(
    BLOCKS.map(({ id }, index) => [id, lists[index] as NoteColour[]]),
  ) as unknown as MiniColours
}
