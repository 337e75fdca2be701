/** Words of the canvas on screen. */
export const boardId = {
  tabs: { bmc: 'BMC', swot: 'SWOT' },
}
export type BoardMessages = typeof boardId
