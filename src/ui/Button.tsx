import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { Icon } from './Icon.tsx'

/** primary: the one main action of a screen (green); quiet: no paper under it. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'dark' | 'alarm'

/** `main`: 60 px high, for the one action in the thumb's reach; `touch`: 48 px; `pointer`: 40 px. */
export type ButtonSize = 'pointer' | 'touch' | 'main'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook
  size?: ButtonSize
  icon?: string
  iconAfter?: string
  children?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  look = 'plain',
  size = 'pointer',
  icon,
  iconAfter,
  children,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  const iconSize = size === 'main' ? 24 : 20
  return (
    <button type={type} className={`${lookOf(look, size)} ${className}`} {...rest}>
      {icon && <Icon name={icon} size={iconSize} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'iconAfter'> & {
  icon: string
  /** What it does, in words: an icon alone says nothing to a screen reader. */
  label: string
}

/** For laptops and for the few signs everybody knows (close, back, more). */
export function IconButton({
  icon,
  label,
  look = 'quiet',
  size = 'pointer',
  className = '',
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      className={`${lookOf(look, size)} ${styles.iconOnly} ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} size={size === 'pointer' ? 20 : 26} />
    </button>
  )
}

/** `plain` and `pointer` are what every button looks like: they have no class of their own. */
const lookOf = (look: ButtonLook, size: ButtonSize): string =>
  `${styles.button} ${styles[look] ?? ''} ${styles[size] ?? ''}`
