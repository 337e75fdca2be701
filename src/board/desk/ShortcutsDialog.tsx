import type { DeskMessages } from '../../i18n/desk.id.ts'
import { useMessages } from '../../i18n/useMessages.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ShortcutsDialog.module.css'

type Keys = DeskMessages['keys']
type Row = { what: keyof Keys['rows']; keys: (words: Keys) => readonly string[] }

/** What each key does; a new shortcut belongs here too. */
const GROUPS: readonly { group: keyof Keys['groups']; rows: readonly Row[] }[] = [
  {
    group: 'write',
    rows: [
      { what: 'add', keys: ({ doubleClick }) => ['N', doubleClick] },
      { what: 'edit', keys: ({ click }) => ['Enter', click] },
      { what: 'nextLine', keys: () => ['Enter'] },
      { what: 'line', keys: () => ['Shift + Enter'] },
      { what: 'close', keys: () => ['Esc'] },
      { what: 'paste', keys: () => ['Ctrl + V'] },
      { what: 'duplicate', keys: () => ['Ctrl + D'] },
      { what: 'remove', keys: () => ['Delete'] },
    ],
  },
  {
    group: 'walk',
    rows: [
      { what: 'arrows', keys: ({ arrows }) => [arrows] },
      { what: 'menu', keys: () => ['Shift + F10'] },
    ],
  },
  {
    group: 'carry',
    rows: [
      { what: 'lift', keys: ({ space }) => [space] },
      { what: 'drop', keys: ({ space }) => [space, 'Enter'] },
      { what: 'cancel', keys: () => ['Esc'] },
    ],
  },
  {
    group: 'several',
    rows: [
      { what: 'toggle', keys: ({ click, space }) => [`Shift + ${click}`, `Shift + ${space}`] },
      { what: 'selectZone', keys: () => ['Ctrl + A'] },
      { what: 'box', keys: ({ drag }) => [drag] },
    ],
  },
  {
    group: 'all',
    rows: [
      { what: 'undo', keys: () => ['Ctrl + Z'] },
      { what: 'redo', keys: () => ['Ctrl + Shift + Z', 'Ctrl + Y'] },
      { what: 'tabs', keys: () => ['1', '2', '3'] },
      { what: 'print', keys: () => ['Ctrl + P'] },
      { what: 'help', keys: () => ['?'] },
    ],
  },
]

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { desk, common } = useMessages()
  const words = desk.keys
  return (
    <Dialog title={words.title} shape="wide" onClose={onClose}>
      <IconButton icon="close" label={common.close} className={styles.close} onClick={onClose} />
      <div className={styles.groups}>
        {GROUPS.map(({ group, rows }) => (
          <section key={group}>
            <h3>{words.groups[group]}</h3>
            <dl>
              {rows.map(({ what, keys }) => (
                <div key={what}>
                  <dt>{words.rows[what]}</dt>
                  <dd>
                    {keys(words).map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
