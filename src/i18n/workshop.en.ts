import type { WorkshopMessages } from './workshop.id.ts'

export const workshopEn: WorkshopMessages = {
  landing: { title: 'The business canvas, made together.' },
}
