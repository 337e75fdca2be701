import { boardEn } from './board.en.ts'
import { commonEn } from './common.en.ts'
import { deskEn } from './desk.en.ts'
import { fedByEn } from './fedBy.en.ts'
import type { Messages } from './id.ts'
import { phoneEn } from './phone.en.ts'
import { saveEn } from './save.en.ts'
import { workshopEn } from './workshop.en.ts'
import { zonesEn } from './zones.en.ts'

export const en: Messages = {
  common: commonEn,
  zones: zonesEn,
  fedBy: fedByEn,
  board: boardEn,
  desk: deskEn,
  phone: phoneEn,
  save: saveEn,
  workshop: workshopEn,
}
