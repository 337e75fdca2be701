import { useEffect, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import type { NoticeTone } from '../ui/Notice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBoard } from './boardContext.ts'
import styles from './SaveBanner.module.css'
import { iconOf, useSave } from './SaveState.tsx'
import type { SaveState } from './saveState.ts'
import { toastsAbove } from './toastsAbove.ts'

/** A short loss of signal is not worth a banner. */
const SETTLE_MS = 1_200

/**
 * One line at the foot for what somebody should know, so that the canvas stays where it is: only what somebody must act
 * on is red. While the keyboard leaves little room (`writing`), only that these very words are kept nowhere; the header
 * says the rest.
 */
export function SaveBanner({ writing = false }: { writing?: boolean }) {
  const { session, device } = useBoard()
  const { common, save: words } = useMessages()
  const { state, safe } = useSave()
  const settled = useSettled(state.type)
  const type = settled === state.type ? state.type : null
  if (!type || !isTold(type) || (writing && type !== 'cannotKeep')) return null
  const [what, rest] = words.banner[type](device, safe)
  const isServers = type === 'serverFull' || type === 'serverDamaged'
  const tone: NoticeTone = isServers && device === 'phone' ? 'soft' : TONE[type]
  return (
    <div className={styles.banner} ref={device === 'phone' ? undefined : toastsAbove}>
      <Notice
        tone={tone}
        icon={type === 'offline' ? 'signal-off' : iconOf(state)}
        action={action()}
      >
        <strong>{what}</strong> {rest}
      </Notice>
    </div>
  )

  function action() {
    const size = device === 'phone' ? 'touch' : 'pointer'
    if (type === 'offline') {
      return (
        <Button size={size} className={styles.retry} onClick={() => session.retry()}>
          {common.tryNow}
        </Button>
      )
    }
    if (type === 'full' || (isServers && device === 'laptop')) {
      return (
        <Button size={size} className={styles.action} onClick={() => session.retry()}>
          {common.tryAgain}
        </Button>
      )
    }
    if (type === 'tooOld' || type === 'newerCanvas' || type === 'stopped') {
      return (
        <Button size={size} className={styles.action} onClick={() => location.reload()}>
          {type === 'stopped' ? common.reload : words.update}
        </Button>
      )
    }
    return null
  }
}

type Told = Exclude<SaveState['type'], 'connecting' | 'stored' | 'sending' | 'readOnly'>

const TONE = {
  offline: 'calm',
  serverFull: 'alarm',
  serverDamaged: 'alarm',
  crowded: 'calm',
  lacking: 'info',
  cannotKeep: 'alarm',
  tooOld: 'info',
  newerCanvas: 'info',
  closed: 'alarm',
  full: 'alarm',
  stopped: 'alarm',
} as const satisfies Record<Told, NoticeTone>

const isTold = (type: SaveState['type']): type is Told => type in TONE

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
