import { useCallback, useSyncExternalStore } from 'react'

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** One zone at a time below this width; the whole canvas above it. */
export const PHONE_QUERY = '(max-width: 799px)'
export const useIsPhone = (): boolean => useMediaQuery(PHONE_QUERY)

/** A phone held sideways is wider. Its screen tells it, not its window: a keyboard makes that low on a tablet too. */
export const useIsPhoneEitherWay = (): boolean =>
  useMediaQuery(`${PHONE_QUERY}, (max-device-height: 479px) and (pointer: coarse)`)
