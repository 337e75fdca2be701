import sprite from '../design/icons.svg?raw'
import styles from './Icon.module.css'

/** The drawings, once per page; `Icon` refers to them by name. */
export function IconSprite() {
  // Our own file, known at build time: nothing that anybody typed goes through here.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the sprite is a constant of the build
  return <div hidden dangerouslySetInnerHTML={{ __html: sprite }} />
}

type IconProps = { name: string; size?: number; label?: string; className?: string }

/** A picture from the sprite. Decorative unless it has a label. */
export function Icon({ name, size = 20, label, className = '' }: IconProps) {
  return (
    <svg
      className={`${styles.icon} ${className}`}
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <use href={`#i-${name}`} />
    </svg>
  )
}
