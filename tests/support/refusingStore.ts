import type { Store } from '../../server/store/store.ts'

/** A store that says what SQLite would, while its disk takes no writes. */
export function refusingStore(
  store: Store,
  refuses: () => boolean,
  errcode: number,
  message = 'the disk refuses',
): Store {
  const write = (): void => {
    if (refuses()) throw Object.assign(new Error(message), { errcode })
  }
  return {
    ...store,
    async commit(changes) {
      write()
      return store.commit(changes)
    },
    async probe() {
      write()
      return store.probe()
    },
  }
}
