import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from './services.ts'

const WRITE_AFTER_MS = 300

export type Draft<T> = {
  /** Null until the device has been read. */
  value: T | null
  change(change: (before: T) => T): void
  /** What stands on the screen is on this device's disk. */
  kept: boolean
  /** Forgets it: it has become something else. */
  remove(): Promise<void>
}

/**
 * A form that is kept on the device as it is typed, so that a closed page loses nothing.
 * @param read Total: what is no draft of this shape yields an empty one.
 */
export function useDraft<T>(name: string, read: (stored: unknown) => T): Draft<T> {
  const { device } = useServices()
  const [value, setValue] = useState<T | null>(null)
  const [kept, setKept] = useState(true)
  const unwritten = useRef<T | null>(null)
  const reader = useRef(read)

  useEffect(() => {
    let current = true
    void device.drafts.get(name).then((text) => {
      if (current) setValue(reader.current(parse(text)))
    })
    return () => {
      current = false
    }
  }, [device, name])

  const write = useCallback(() => {
    const next = unwritten.current
    if (next === null) return
    unwritten.current = null
    device.drafts.put(name, JSON.stringify(next)).then(
      () => setKept(unwritten.current === null && device.keeps),
      () => setKept(false), // the device refuses: the screen says so
    )
  }, [device, name])

  useEffect(() => {
    if (value === null || unwritten.current === null) return
    const timer = setTimeout(write, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [value, write])

  useEffect(() => {
    // A phone may kill a hidden page without another word.
    const onHide = () => document.visibilityState === 'hidden' && write()
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      write()
    }
  }, [write])

  const change = useCallback((next: (before: T) => T) => {
    setKept(false)
    setValue((before) => {
      if (before === null) return before
      const after = next(before)
      unwritten.current = after
      return after
    })
  }, [])
  const remove = useCallback(async () => {
    unwritten.current = null
    await device.drafts.remove(name)
  }, [device, name])
  return { value, change, kept, remove }
}

function parse(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null // not ours: an empty form
  }
}
