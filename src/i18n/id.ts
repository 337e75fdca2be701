/** The Indonesian catalogue comes first and defines the shape of all others. Print has its own, loaded with it. */
import { boardId } from './board.id.ts'
import { commonId } from './common.id.ts'
import { deskId } from './desk.id.ts'
import { fedById } from './fedBy.id.ts'
import { phoneId } from './phone.id.ts'
import { saveId } from './save.id.ts'
import { workshopId } from './workshop.id.ts'
import { zonesId } from './zones.id.ts'

export const id = {
  common: commonId,
  zones: zonesId,
  fedBy: fedById,
  board: boardId,
  desk: deskId,
  phone: phoneId,
  save: saveId,
  workshop: workshopId,
}
export type Messages = typeof id
