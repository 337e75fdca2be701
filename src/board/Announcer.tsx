import { useEffect, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import styles from './Announcer.module.css'
import { useBoard } from './boardContext.ts'
import type { News } from './remoteChanges.ts'

/** Others' changes are gathered for so long before they are read out. */
const GATHER_MS = 4_000

/** Speaks to screen readers: what one's own keys did at once, what others did gathered. */
export function Announcer({ said }: { said: { text: string; turn: number } }) {
  return (
    <div className={styles.corner}>
      {/* A sentence said twice in a row is a new node, or it would not be read again. */}
      <div className="visually-hidden" role="status" aria-live="assertive">
        <span key={said.turn}>{said.text}</span>
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {useNews()}
      </div>
    </div>
  )
}

function useNews(): string {
  const { changes } = useBoard()
  const words = useMessages().board.news
  const [news, setNews] = useState<News | null>(null)
  useEffect(() => {
    let gathered: News = { added: 0, changed: 0, removed: 0 }
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = changes.subscribeNews((more) => {
      gathered = {
        added: gathered.added + more.added,
        changed: Math.max(gathered.changed, more.changed),
        removed: gathered.removed + more.removed,
      }
      timer ??= setTimeout(() => {
        setNews(gathered)
        gathered = { added: 0, changed: 0, removed: 0 }
        timer = undefined
      }, GATHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [changes])
  if (!news) return ''
  const parts = [
    news.added > 0 ? words.added(news.added) : '',
    news.changed > 0 ? words.changed(news.changed) : '',
    news.removed > 0 ? words.removed(news.removed) : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
