import styles from './Avatar.module.css'

type AvatarProps = {
  name: string
  /** 1–6 */
  colour: number
  size?: number
  /** A dot at its foot: connected (green) or not (hollow). Left out: none. */
  connected?: boolean
  title?: string
}

/** A person as a disc with the initial of their name, leaving out the form of address. */
export function Avatar({ name, colour, size = 32, connected, title }: AvatarProps) {
  return (
    <span
      className={`${styles.avatar} person-${colour}`}
      style={{ width: size, height: size, fontSize: Math.max(11, size * 0.4) }}
      title={title}
      aria-hidden="true"
    >
      {initialOf(name)}
      {connected !== undefined && <span className={connected ? styles.dotOn : styles.dotOff} />}
    </span>
  )
}

const FORMS_OF_ADDRESS = /^(pak|bu|bapak|ibu|mas|mbak|mba|bpk|kak|mr|mrs|ms|dr|prof)\.?\s+/i

/** "Bu Ninik" without its form of address: what people look for in a list. */
export const ownName = (name: string): string =>
  name.trim().replace(FORMS_OF_ADDRESS, '') || name.trim()

/** The first sign of a name: "Bu Ninik" gives N. Signs, not code units, so that no emoji is cut in half. */
export function initialOf(name: string): string {
  const first = [...ownName(name)][0]
  return first ? first.toLocaleUpperCase() : '?'
}
