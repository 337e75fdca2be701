import type { AnchorHTMLAttributes, ReactNode } from 'react'
import button from '../ui/Button.module.css'
import type { ButtonLook } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: ButtonLook
  size?: 'pointer' | 'touch' | 'main'
  icon?: string
  iconAfter?: string
  children?: ReactNode
}

/** A link that looks like a button: for going elsewhere, so that it can be opened in a new tab or copied. */
export function LinkButton({
  look = 'plain',
  size = 'pointer',
  icon,
  iconAfter,
  children,
  className = '',
  ...rest
}: LinkButtonProps) {
  const iconSize = size === 'main' ? 24 : 20
  const away = rest.href?.startsWith('https:')
    ? { target: '_blank', rel: 'noopener noreferrer' }
    : {}
  return (
    <a
      className={`${button.button} ${button[look]} ${button[size]} ${className}`}
      {...away}
      {...rest}
    >
      {icon && <Icon name={icon} size={iconSize} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
    </a>
  )
}
