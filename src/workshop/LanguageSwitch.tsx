import { useLanguage } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './LanguageSwitch.module.css'

/** Each language by its own name: who needs to switch can't read the other. */
const NAMES: Record<Language, { full: string; short: string }> = {
  id: { full: 'Bahasa Indonesia', short: 'ID' },
  en: { full: 'English', short: 'EN' },
}

export function LanguageSwitch({ short = false }: { short?: boolean }) {
  const { language, messages, choose } = useLanguage()
  return (
    <fieldset className={`${styles.switch} ${short ? styles.short : ''}`}>
      <legend className="visually-hidden">{messages.common.chooseLanguage}</legend>
      <Icon name="globe" size={short ? 20 : 18} />
      {(['id', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          aria-label={short ? `${NAMES[each].short}, ${NAMES[each].full}` : undefined}
          onClick={() => choose(each)}
        >
          {short ? NAMES[each].short : NAMES[each].full}
        </button>
      ))}
    </fieldset>
  )
}
