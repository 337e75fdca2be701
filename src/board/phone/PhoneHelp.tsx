import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBackStep } from '../../ui/useBackStep.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { ZoneHelp } from '../ZoneHelp.tsx'
import { keepFocus } from './keepFocus.ts'
import styles from './PhoneHelp.module.css'

/** A zone's help: a sheet of its own, or above the bar while somebody writes, who reads here and writes there. */
export function PhoneHelp({ writing }: { writing: boolean }) {
  const { help } = useBoard()
  const { zones } = useMessages()
  const zone = useCell(help, (value) => value)
  const close = () => help.set(null)
  if (zone === null) return null
  if (writing) return <Panel key={zone} zone={zone} onClose={close} />
  return (
    <Dialog title={zones[zone].nickname} titleHidden onClose={close}>
      <ZoneHelp zone={zone} size="touch" onClose={close} />
    </Dialog>
  )
}

function Panel({ zone, onClose }: { zone: ZoneId; onClose(): void }) {
  const { zones } = useMessages()
  useBackStep(true, onClose)
  return (
    <aside className={styles.panel} aria-label={zones[zone].name} onPointerDown={keepFocus}>
      <h2 className="visually-hidden">{zones[zone].nickname}</h2>
      <ZoneHelp zone={zone} size="touch" onClose={onClose} />
    </aside>
  )
}
