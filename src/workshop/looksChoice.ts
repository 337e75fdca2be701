import { createContext, useContext } from 'react'
import type { Looks } from '../design/looks.ts'
import { usualLooks } from '../design/looks.ts'

export type LooksChoice = {
  looks: Looks
  choose(change: Partial<Looks>): void
  /** Opens the dialog in which they are chosen. */
  show(): void
}

export const LooksContext = createContext<LooksChoice>({
  looks: usualLooks,
  choose: () => {},
  show: () => {},
})
export const useLooks = (): LooksChoice => useContext(LooksContext)
