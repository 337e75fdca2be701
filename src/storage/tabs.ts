/**
 * How the tabs of one device tell each other that there is something new on their common disk. Only a name goes over the
 * channel, never words: each tab reads what its own seat may read. A browser without such a channel lets them find out
 * later, as they come to the front.
 */
import * as v from 'valibot'
import type { RoomKey } from './device.ts'

type Listener = (writer: string | null) => void

export type Tabs = {
  tell(key: RoomKey, writer: string | null): void
  /** Hears of this tab's own words too. */
  subscribe(key: RoomKey, listener: Listener): () => void
  close(): void
}

const newsSchema = v.object({ seat: v.string(), room: v.string(), writer: v.nullable(v.string()) })
type News = v.InferOutput<typeof newsSchema>

export function openTabs(name: string): Tabs {
  const listeners = new Map<string, Set<Listener>>()
  let channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${name} marks`) : null

  const hear = ({ seat, room, writer }: News) => {
    for (const listener of listeners.get(`${seat} ${room}`) ?? []) listener(writer)
  }
  if (channel) {
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const news = v.safeParse(newsSchema, event.data)
      if (news.success) hear(news.output)
    }
  }
  return {
    tell({ seat, room }, writer) {
      channel?.postMessage({ seat, room, writer })
      hear({ seat, room, writer })
    },
    subscribe({ seat, room }, listener) {
      const name = `${seat} ${room}`
      const those = listeners.get(name) ?? new Set()
      listeners.set(name, those)
      those.add(listener)
      return () => {
        those.delete(listener)
        if (those.size === 0) listeners.delete(name)
      }
    },
    close() {
      channel?.close()
      channel = null // a write still under way must not fail for having nobody to tell
      listeners.clear()
    },
  }
}
