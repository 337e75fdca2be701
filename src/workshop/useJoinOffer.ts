import { useCallback, useEffect, useState } from 'react'
import type { JoinOffer } from '../protocol/api.ts'
import type { JoinCode } from '../protocol/joinCode.ts'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'

/** The names behind a join code that nobody has taken yet. */
export function useJoinOffer(code: JoinCode): {
  offer: JoinOffer | null
  trouble: Trouble | null
  load(): void
} {
  const { api } = useServices()
  const [answer, setAnswer] = useState<{ offer: JoinOffer | null; trouble: Trouble | null }>({
    offer: null,
    trouble: null,
  })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    let current = true
    void api.join(code).then((answered) => {
      if (!current) return
      setAnswer(
        answered.ok
          ? { offer: answered.value, trouble: null }
          : { offer: null, trouble: answered.error },
      )
    })
    return () => {
      current = false
    }
  }, [api, code, turn])
  const load = useCallback(() => {
    setAnswer((before) => ({ ...before, trouble: null }))
    setTurn((before) => before + 1)
  }, [])
  return { ...answer, load }
}
