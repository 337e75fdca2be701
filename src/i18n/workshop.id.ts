/** Words of what surrounds the canvas: start, create, links, join, dashboard, my canvases. */
export const workshopId = {
  landing: { title: 'Kanvas usaha, disusun bersama.' },
}
export type WorkshopMessages = typeof workshopId
