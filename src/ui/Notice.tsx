import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Notice.module.css'

/** calm: dark, writing goes on; good: green; soft: gold, worth knowing; info: blue; alarm: somebody must act. */
export type NoticeTone = 'calm' | 'good' | 'soft' | 'info' | 'alarm'

type NoticeProps = { tone: NoticeTone; icon: string; children: ReactNode; action?: ReactNode }

/** One line of news above what it concerns: what happened in five words, what is safe, the one next step. */
export function Notice({ tone, icon, children, action }: NoticeProps) {
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={tone === 'alarm' ? 'alert' : 'status'}
    >
      <Icon name={icon} size={22} />
      <p>{children}</p>
      {action}
    </div>
  )
}
