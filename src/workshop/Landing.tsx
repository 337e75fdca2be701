import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Wordmark } from '../ui/Mark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { CodeField } from './CodeField.tsx'
import styles from './Landing.module.css'
import { LandingArt } from './LandingArt.tsx'
import { LandingPeek } from './LandingPeek.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LooksButton } from './LooksButton.tsx'
import { RowLink } from './RowLink.tsx'
import { formatRoute } from './route.ts'
import { useServices } from './services.ts'
import { troubleText } from './trouble.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useKeptSeats } from './useKeptSeats.ts'
import { useSample } from './useSample.ts'

/** The first screen: a laptop leads with creating a workshop, a phone with the code from the screen in front. */
export function Landing() {
  useDocumentTitle('')
  return useIsPhone() ? <PhoneLanding /> : <LaptopLanding />
}

function LaptopLanding() {
  const words = useMessages().workshop.landing
  const { go } = useServices()
  const hasSeats = (useKeptSeats()?.length ?? 0) > 0
  const sample = useSample()
  return (
    <div className={styles.laptop}>
      <LandingArt />
      <header className={styles.top}>
        <Wordmark size={34} />
        <span className={styles.grow} />
        <LanguageSwitch />
        <LooksButton />
        {hasSeats && (
          <a className={styles.comeBack} href={formatRoute({ type: 'mine' })}>
            {words.comeBack}
          </a>
        )}
      </header>
      <main className={styles.main}>
        <Title />
        <p className={styles.lead}>{words.lead}</p>
        <div className={styles.actions}>
          <Button look="primary" size="main" icon="plus" onClick={() => go({ type: 'create' })}>
            {words.create}
          </Button>
          <Button size="main" icon="note" disabled={sample.making} onClick={sample.make}>
            {words.tryExample}
          </Button>
        </div>
        <SampleNews sample={sample} />
        <div className={styles.code}>
          <CodeField shape="row" label={words.haveCode} labelLook="beside" action={words.join} />
        </div>
        <ul className={styles.facts}>
          {words.facts.map((fact) => (
            <li key={fact}>
              <Icon name="check" size={18} />
              {fact}
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}

function PhoneLanding() {
  const { workshop } = useMessages()
  const words = workshop.landing
  const seats = useKeptSeats() ?? []
  const sample = useSample()
  return (
    <div className={styles.phone}>
      <header className={styles.top}>
        <Wordmark size={34} />
        <span className={styles.grow} />
        <LanguageSwitch short />
        <LooksButton />
      </header>
      <main className={styles.stack}>
        <Title />
        {seats.length > 0 && (
          <RowLink
            paper="langit"
            icon="phone"
            title={workshop.mine.title('phone')}
            hint={seats.map((seat) => (seat.canvas ? seat.name : seat.title)).join(', ')}
            href={formatRoute({ type: 'mine' })}
          />
        )}
        <section className={styles.card}>
          <CodeField shape="tall" label={words.enterCode} labelLook="heading" action={words.join} />
          <p className={styles.haveQr}>
            <Icon name="qr" size={22} />
            {words.haveQr}
          </p>
        </section>
        <RowLink
          paper="kunyit"
          icon="note"
          title={words.tryExample}
          hint={words.tryExampleHint}
          busy={sample.making}
          onPress={sample.make}
        />
        <SampleNews sample={sample} />
        <RowLink
          paper="daun"
          icon="user-plus"
          title={words.create}
          hint={words.createHint}
          href={formatRoute({ type: 'create' })}
        />
      </main>
      <LandingPeek />
    </div>
  )
}

function Title() {
  const [first, second] = useMessages().workshop.landing.title
  return (
    <h1>
      {first} <br />
      {second}
    </h1>
  )
}

/** While the example is being made, and what to do when that was not possible. */
function SampleNews({ sample }: { sample: ReturnType<typeof useSample> }) {
  const { common, workshop } = useMessages()
  if (sample.making) {
    return (
      <div className={styles.news}>
        <Notice tone="good" icon="note">
          <strong>{workshop.sample.making}.</strong> {workshop.sample.makingHint}
        </Notice>
      </div>
    )
  }
  if (!sample.trouble) return null
  return (
    <div className={styles.news}>
      <Notice
        tone="soft"
        icon="signal-off"
        action={<Button onClick={sample.make}>{common.tryAgain}</Button>}
      >
        {troubleText(sample.trouble, workshop)}
      </Notice>
    </div>
  )
}
