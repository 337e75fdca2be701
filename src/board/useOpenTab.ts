import { useCallback } from 'react'
import type { TabId } from '../model/zones.ts'
import { useBoard } from './boardContext.ts'

/** Shows another sheet; what was being written or selected on this one is let go. */
export function useOpenTab(): (tab: TabId) => void {
  const { tab, writer, selection } = useBoard()
  return useCallback(
    (next) => {
      writer.close()
      selection.clear()
      tab.set(next)
    },
    [tab, writer, selection],
  )
}
