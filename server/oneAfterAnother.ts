/** Work that looks first and writes afterwards: for one key one piece of it at a time, in the order in which it came. */
export type OneAfterAnother = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function openOneAfterAnother(): OneAfterAnother {
  const lasts = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const done = (lasts.get(key) ?? Promise.resolve()).then(work)
    const last = done.catch(() => {})
    lasts.set(key, last)
    void last.then(() => lasts.get(key) === last && lasts.delete(key))
    return done
  }
}
