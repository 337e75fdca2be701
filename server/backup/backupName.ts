/** Sorts by time. */
export const backupName = (atMs: number): string =>
  `guyub-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`

const NAME = /^guyub-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite/.source

export const isBackupName = (name: string): boolean => new RegExp(`${NAME}$`).test(name)

/** One of which a part can't be read; the rest of it may be all that there is. */
export const damagedName = (name: string): string => `${name}.damaged`
export const isDamagedName = (name: string): boolean => new RegExp(`${NAME}\\.damaged$`).test(name)

/** What one is called while it is made, and the journal beside it. */
export const isUnfinishedName = (name: string): boolean =>
  new RegExp(`${NAME}\\.[0-9a-f]{16}\\.making(-journal)?$`).test(name)
