import type { ReactNode } from 'react'
import { Component } from 'react'
import styles from './Guard.module.css'

type GuardProps = {
  /** In plain words, what can't be shown. */
  words: string
  /** A new value is a new try: the note has changed. */
  of?: unknown
  children: ReactNode
}

/** One broken note (or zone) says so in its own place and takes nothing else down with it. */
export class Guard extends Component<GuardProps, { failedOn: { of: unknown } | null }> {
  override state: { failedOn: { of: unknown } | null } = { failedOn: null }

  static getDerivedStateFromError() {
    return { failedOn: { of: undefined } }
  }

  override componentDidCatch() {
    this.setState({ failedOn: { of: this.props.of } })
  }

  override componentDidUpdate() {
    const { failedOn } = this.state
    if (failedOn?.of !== undefined && failedOn.of !== this.props.of) {
      this.setState({ failedOn: null })
    }
  }

  override render() {
    if (!this.state.failedOn) return this.props.children
    return <p className={styles.broken}>{this.props.words}</p>
  }
}
