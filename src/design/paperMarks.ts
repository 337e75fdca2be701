/**
 * A sign for each paper, so that the nine are told apart without colour: by eyes that see few, and on a grey copy. The same
 * on screen and on paper. Told apart by outline and by how much is filled, from 1.5 mm up.
 */
import type { NoteColour } from '../model/colours.ts'

/** The grid that the signs stand on, from 0. */
export const PAPER_MARK_GRID = 10

/** Path data, filled and never stroked. What is left open runs the other way round, so that either fill rule does. */
export const PAPER_MARKS: Readonly<Record<NoteColour, string>> = {
  /** Disc. */
  kunyit: 'M.8 5a4.2 4.2 0 1 1 8.4 0a4.2 4.2 0 1 1 -8.4 0z',
  /** Triangle. */
  jingga: 'M5 .6L9.8 9.2H.2z',
  /** Brick. */
  bata: 'M1 1H9V9H1z',
  /** Plus. */
  jambu: 'M3.5 .6H6.5V3.5H9.4V6.5H6.5V9.4H3.5V6.5H.6V3.5H3.5z',
  /** Diamond. */
  ungu: 'M5 0L10 5L5 10L0 5z',
  /** Ring. */
  langit:
    'M.5 5a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1 -9 0zM2.7 5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z',
  /** Two bars. */
  toska: 'M.6 1.2H9.4V4.1H.6zM.6 5.9H9.4V8.8H.6z',
  /** Leaf. */
  daun: 'M.6 9.4C.6 3 3 .6 9.4 .6C9.4 7 7 9.4 .6 9.4z',
  /** Frame. */
  susu: 'M.8 .8H9.2V9.2H.8zM2.9 2.9V7.1H7.1V2.9z',
}
