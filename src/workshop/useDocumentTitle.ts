import { useEffect } from 'react'

/** What the tab is called: "Bu Ninik · Guyub". */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Guyub' : `${title} · Guyub`
  }, [title])
}
