import { useMessages } from '../i18n/useMessages.ts'
import type { ZoneId } from '../model/zones.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ZoneHelp } from './ZoneHelp.tsx'

/** A zone's help as a sheet of its own. */
export function ExamplesDialog({ zone, onClose }: { zone: ZoneId; onClose(): void }) {
  const { zones } = useMessages()
  return (
    <Dialog title={zones[zone].nickname} titleHidden onClose={onClose}>
      <ZoneHelp zone={zone} size="touch" onClose={onClose} />
    </Dialog>
  )
}
