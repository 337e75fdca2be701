import type { CanvasId, WorkshopId } from '../model/ids.ts'
import { FacilitatorRoom } from '../workshop/FacilitatorRoom.tsx'
import { CanvasScreen } from './CanvasScreen.tsx'

type FacilitatorCanvasScreenProps = { workshop: WorkshopId; canvas: CanvasId }

/** Any one canvas of a workshop, opened by its facilitator. */
export function FacilitatorCanvasScreen({ workshop, canvas }: FacilitatorCanvasScreenProps) {
  return (
    <FacilitatorRoom workshop={workshop}>
      {({ seat }) => <CanvasScreen seat={seat} canvas={canvas} />}
    </FacilitatorRoom>
  )
}
