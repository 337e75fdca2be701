import type { ContextType, ReactNode } from 'react'
import { Component } from 'react'
import { LanguageContext } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './ErrorBoundary.module.css'

type Props = {
  children: ReactNode /** A change of it (another address) is a fresh start. */
  place: string
}

/** Our own mistakes end here: in words, with the one next step. What was written is on the device already. */
export class ErrorBoundary extends Component<Props, { brokenAt: string | null }> {
  static override contextType = LanguageContext
  declare context: ContextType<typeof LanguageContext>
  override state: { brokenAt: string | null } = { brokenAt: null }

  static getDerivedStateFromError(): { brokenAt: string } {
    return { brokenAt: '' }
  }

  override componentDidCatch(): void {
    this.setState({ brokenAt: this.props.place })
  }

  override componentDidUpdate(): void {
    const { brokenAt } = this.state
    if (brokenAt && brokenAt !== this.props.place) this.setState({ brokenAt: null })
  }

  override render(): ReactNode {
    if (this.state.brokenAt === null) return this.props.children
    const words = this.context.messages.common
    return (
      <main className={styles.broken} role="alert">
        <Mark size={48} />
        <h1>{words.somethingWrong}</h1>
        <p>{words.somethingWrongHint}</p>
        <Button look="primary" size="main" icon="refresh" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </main>
    )
  }
}
