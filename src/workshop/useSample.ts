import { useState } from 'react'
import { useLanguage } from '../i18n/useMessages.ts'
import { keepCreated } from './keepSeat.ts'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'

/** Makes a private copy of the sample workshop and opens it. */
export function useSample(): { making: boolean; trouble: Trouble | null; make(): void } {
  const { api, device, go } = useServices()
  const { language } = useLanguage()
  const [making, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async (): Promise<Trouble | null> => {
    const made = await api.createSample(language)
    if (!made.ok) return made.error
    // Its title comes with the plan.
    await keepCreated(device, made.value, { title: '', name: '', example: true })
    go({ type: 'workshop', workshop: made.value.workshop })
    return null
  }
  return {
    making,
    trouble,
    make() {
      setMaking(true)
      setTrouble(null)
      void make().then((failed) => {
        setMaking(false)
        setTrouble(failed)
      })
    },
  }
}
