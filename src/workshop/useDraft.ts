import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from './services.ts'

const WRITE_AFTER_MS = 300

/** kept: what stands on the screen is on this device's disk; refused: the device does not take it. */
export type DraftState = 'empty' | 'writing' | 'kept' | 'refused'

export type Draft<T> = {
  /** Null until the device has been read. */
  value: T | null
  state: DraftState
  change(change: (before: T) => T): void
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
  const [state, setState] = useState<DraftState>('empty')
  const latest = useRef<T | null>(null)
  const isWritten = useRef(true)
  const reader = useRef(read)

  const store = useCallback(
    (text: string) =>
      void device.drafts.put(name, text).then((where) => {
        if (isWritten.current) setState(where === 'kept' ? 'kept' : 'refused')
      }),
    [device, name],
  )

  useEffect(() => {
    let current = true
    void device.drafts.get(name).then((text) => {
      if (!current) return
      latest.current = reader.current(parse(text))
      setValue(latest.current)
      if (text !== null) store(text) // where it is held, only a write can tell
    })
    return () => {
      current = false
    }
  }, [device, name, store])

  const write = useCallback(() => {
    if (isWritten.current) return
    isWritten.current = true
    store(JSON.stringify(latest.current))
  }, [store])

  useEffect(() => {
    if (value === null) return
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
    if (latest.current === null) return
    latest.current = next(latest.current)
    isWritten.current = false
    setValue(latest.current)
    setState('writing')
  }, [])
  const remove = useCallback(async () => {
    isWritten.current = true
    await device.drafts.remove(name)
  }, [device, name])
  return { value, state, change, remove }
}

function parse(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null // not ours: an empty form
  }
}
