import type { ReactNode } from 'react'
import { useId } from 'react'
import { TEXT_SIZES, THEMES } from '../design/looks.ts'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import styles from './LooksDialog.module.css'
import { useLooks } from './looksChoice.ts'

/** Theme and text size of this device: what is pressed shows at once. */
export function LooksDialog({ onClose }: { onClose(): void }) {
  const { common } = useMessages()
  const words = common.looks
  const { looks, choose } = useLooks()
  const device = useIsPhone() ? 'phone' : 'laptop'
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Choices
        legend={words.theme}
        options={THEMES.map((theme) => ({
          key: theme,
          label: theme === 'device' ? words.asDevice(device) : words.themes[theme],
          picture: <Icon name={THEME_ICONS[theme]} size={24} />,
        }))}
        chosen={looks.theme}
        onChoose={(theme) => choose({ theme })}
      />
      <Choices
        legend={words.text}
        options={TEXT_SIZES.map((text) => ({
          key: text,
          label: words.texts[text],
          picture: (
            <b className={`${styles.letter} ${styles[text]}`} aria-hidden="true">
              Aa
            </b>
          ),
        }))}
        chosen={looks.text}
        onChoose={(text) => choose({ text })}
      />
      <Button size="touch" onClick={onClose}>
        {common.close}
      </Button>
    </Dialog>
  )
}

const THEME_ICONS = { light: 'sun', dark: 'moon', device: 'phone' } as const

type ChoicesProps<Key extends string> = {
  legend: string
  options: readonly { key: Key; label: string; picture: ReactNode }[]
  chosen: Key
  onChoose(key: Key): void
}

function Choices<Key extends string>({ legend, options, chosen, onChoose }: ChoicesProps<Key>) {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ key, label, picture }) => (
          <label key={key} className={styles.option}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={key === chosen}
              onChange={() => onChoose(key)}
            />
            {picture}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
