import type { Device } from '../storage/device.ts'
import { memorySmallTables } from '../storage/memoryDevice.ts'

/** Stands in until the device's own store is there: everything lives until the page is closed. */
export async function openDevice(): Promise<Device> {
  const tables = memorySmallTables()
  return {
    keeps: false,
    ...tables,
    rooms: {
      load: async () => ({ updates: [], waiting: [] }),
      append: async () => {},
      dropMarks: async () => {},
      compact: async () => {},
      subscribeLoss: () => () => {},
    },
    close() {},
  } as unknown as Device
}
