import type { ReactNode } from 'react'
import { formatNumber } from '../i18n/format.ts'
import type { DeviceWord, SaveMessages } from '../i18n/save.id.ts'
import { useLanguage, useMessages } from '../i18n/useMessages.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tick } from '../ui/Tick.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useBoard } from './boardContext.ts'
import { useCell } from './cell.ts'
import styles from './SaveState.module.css'
import type { SaveState } from './saveState.ts'
import type { Save } from './saveWatch.ts'

export const useSave = (): Save => useCell(useBoard().save, (value) => value)

/** Kept, sent, waiting: in the header, always true. Pressing it says the whole sentence. `compact`: see `SaveStateLine`. */
export function SaveStateButton({ compact = false }: { compact?: boolean }) {
  const { device, session } = useBoard()
  const { language } = useLanguage()
  const { board, common, save: words } = useMessages()
  const toast = useToast()
  const { state, safe } = useSave()
  const sentence = sentenceOf(state, words, device, safe)
  const waiting = state.type === 'offline' && state.waiting > 0 ? state.waiting : 0
  const retry = { label: common.tryNow, icon: 'refresh', onPress: () => session.retry() }
  return (
    <button
      type="button"
      className={`${styles.state} ${styles[TONE[state.type]]} ${compact ? styles.compact : ''}`}
      title={sentence}
      onClick={() =>
        toast({
          icon: iconOf(state),
          text: sentence,
          ...(state.type === 'offline' && { action: retry }),
        })
      }
    >
      <Sign state={state} safe={safe} />
      <span className={compact ? 'visually-hidden' : styles.words}>
        {labelOf(state, words, device, safe)}
        {waiting > 0 && !compact && (
          <small className={styles.waiting}>
            {board.notes(waiting).replace(String(waiting), formatNumber(waiting, language))}
          </small>
        )}
      </span>
    </button>
  )
}

/** The words of a compact one, where they fit; nothing while ticks say it all, which come and go with every letter. */
export function SaveStateLine({ otherwise }: { otherwise: ReactNode }) {
  const { device } = useBoard()
  const words = useMessages().save
  const { state, safe } = useSave()
  if (state.type === 'stored' || state.type === 'sending') return otherwise
  return (
    <p className={styles[TONE[state.type]]} aria-hidden="true">
      {labelOf(state, words, device, safe)}
    </p>
  )
}

function Sign({ state, safe }: { state: SaveState; safe: boolean }) {
  const words = useMessages().common.tick
  const { device } = useBoard()
  if (state.type === 'stored') return <Tick state="stored" label={words.stored} height={15} />
  if (HERE_ONLY.includes(state.type)) {
    return safe ? (
      <Tick state="kept" label={words.kept(device)} height={15} />
    ) : (
      <Tick state="unkept" label={words.unkept} height={18} />
    )
  }
  return <Icon name={iconOf(state)} size={18} />
}

/** What is written lies on this device, or nowhere: its tick says which. */
const HERE_ONLY: readonly SaveState['type'][] = ['sending', 'serverFull', 'serverDamaged']

const TONE = {
  connecting: 'calm',
  stored: 'good',
  sending: 'calm',
  offline: 'calm',
  serverFull: 'calm',
  serverDamaged: 'calm',
  crowded: 'calm',
  lacking: 'info',
  cannotKeep: 'alarm',
  tooOld: 'info',
  newerCanvas: 'info',
  closed: 'alarm',
  full: 'alarm',
  stopped: 'alarm',
  readOnly: 'calm',
} as const satisfies Record<SaveState['type'], string>

const ICON = {
  connecting: 'signal',
  stored: 'check',
  sending: 'check',
  offline: 'clock',
  serverFull: 'server',
  serverDamaged: 'server',
  crowded: 'server',
  lacking: 'server',
  cannotKeep: 'disk',
  tooOld: 'refresh',
  newerCanvas: 'refresh',
  closed: 'lock',
  full: 'note',
  stopped: 'refresh',
  readOnly: 'eye',
} as const satisfies Record<SaveState['type'], string>

export const iconOf = (state: SaveState): string => ICON[state.type]

function labelOf(state: SaveState, words: SaveMessages, device: DeviceWord, safe: boolean): string {
  switch (state.type) {
    case 'connecting':
      return state.again ? words.label.reconnecting : words.label.connecting
    case 'serverFull':
    case 'serverDamaged':
      return words.label.hereOnly(device, safe)
    case 'newerCanvas':
      return words.label.tooOld
    default:
      return words.label[state.type]
  }
}

function sentenceOf(
  state: SaveState,
  words: SaveMessages,
  device: DeviceWord,
  safe: boolean,
): string {
  const sentences = words.sentence
  switch (state.type) {
    case 'offline':
      return sentences.offline(state.waiting, device, safe)
    case 'cannotKeep':
    case 'lacking':
    case 'newerCanvas':
    case 'readOnly':
      return sentences[state.type]
    default:
      return sentences[state.type](device, safe)
  }
}
