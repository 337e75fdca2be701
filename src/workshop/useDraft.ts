import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from './services.ts'

/** Where it is kept is said when the typing rests, not with every letter. */
const SAY_AFTER_MS = 300

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
  const [where, setWhere] = useState<'kept' | 'memory' | null>(null)
  const [state, setState] = useState<DraftState>('empty')
  const latest = useRef<T | null>(null)
  const isWritten = useRef(true)
  const writing = useRef(0)
  const reader = useRef(read)

  /** At once, and as the page is being closed even behind a write that is still on its way. */
  const write = useCallback(() => {
    if (isWritten.current) return
    isWritten.current = true
    writing.current++
    void device.drafts.put(name, JSON.stringify(latest.current)).then((put) => {
      writing.current--
      if (isWritten.current) setWhere(put)
      else if (writing.current === 0) write()
    })
  }, [device, name])

  useEffect(() => {
    let current = true
    void device.drafts.get(name).then((text) => {
      if (!current) return
      latest.current = reader.current(parse(text))
      setValue(latest.current)
      if (text === null) return
      isWritten.current = false // where it is held, only a write can tell
      write()
    })
    return () => {
      current = false
    }
  }, [device, name, write])

  useEffect(() => {
    if (where === null) return
    const timer = setTimeout(() => setState(where === 'kept' ? 'kept' : 'refused'), SAY_AFTER_MS)
    return () => clearTimeout(timer)
  }, [where])

  useEffect(() => {
    // A phone may kill a hidden page without another word, and a closed one gets no other.
    const onHide = () => document.visibilityState === 'hidden' && write()
    document.addEventListener('visibilitychange', onHide)
    addEventListener('pagehide', write)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      removeEventListener('pagehide', write)
      write()
    }
  }, [write])

  const change = useCallback(
    (next: (before: T) => T) => {
      if (latest.current === null) return
      latest.current = next(latest.current)
      isWritten.current = false
      setValue(latest.current)
      setWhere(null)
      setState('writing')
      if (writing.current === 0) write()
    },
    [write],
  )
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
