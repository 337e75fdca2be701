import type { BoardMessages } from './board.id.ts'

export const boardEn: BoardMessages = {
  tabs: { bmc: 'BMC', swot: 'SWOT' },
}
