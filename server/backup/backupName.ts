/** Sorts by time. */
export const backupName = (atMs: number): string =>
  `guyub-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`

export const isBackupName = (name: string): boolean =>
  /^guyub-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite$/.test(name)
