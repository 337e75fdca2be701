/** A link that shows one canvas to whoever holds it, as for a projector. */
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Hall } from './hall.ts'
import type { TestWorkshop } from './server.ts'
import { aSeat } from './server.ts'

/** The server hands none out yet: it is put into its data while it is stopped. */
export async function aViewerLink(hall: Hall, workshop: TestWorkshop): Promise<string> {
  await hall.stop()
  const database = openDataFile(hall.data)
  if (!database.ok) throw new Error(database.error.type)
  const store = openSqliteStore(database.value, { now: Date.now, onDamage() {} })
  const canvas = workshop.members[0]?.canvas ?? null
  const { capability } = await aSeat({ store }, workshop, 'viewer', canvas)
  await store.close()
  await hall.start()
  return hall.link('viewer', capability)
}
