/**
 * Who is in a room, and where they are. Who is connected is the server's own knowledge. Awareness is hearsay: a client may
 * speak for its own ids only, which are bound to its connection as they first arise. What it says of others is ignored
 * without a word, because the stock provider echoes everybody's states.
 *
 * Clocks are stamped anew with a counter that follows the time, so that a client is seen at once when it comes back (its
 * own clock starts again at 0) and an echo can be told from news.
 */
import type { SeatId } from '../src/model/ids.ts'
import type { PresentPerson } from '../src/protocol/messages.ts'
import { encodePresence } from '../src/protocol/messages.ts'
import type { Spoken } from './awarenessFrames.ts'
import { awarenessMessage, isState, readSpoken } from './awarenessFrames.ts'
import type { Peer } from './peer.ts'

const MAX_IDS_PER_CONNECTION = 2
/** How many ids are remembered after they left, so that a late echo brings nobody back. */
const MAX_REMEMBERED = 2_000
const MAX_IDS_SHOWN = 64
/**
 * A hall that comes back at once is announced in a few messages, not in one a person; the larger it is, the longer each of
 * them and the fewer, for all of them go to everybody.
 */
const ANNOUNCE_EVERY_MS = 50
const ANNOUNCE_MS_A_PERSON = 2

type State = { seat: SeatId; peer: Peer | null; clock: number; json: string | null }

/** `own`: it spoke for itself. `echo`: nothing of its own was in it. */
export type Heard = 'own' | 'echo' | 'malformed'

export type Presence = {
  join(peer: Peer): void
  leave(peer: Peer): void
  /** @param update The content of an awareness message. */
  hear(peer: Peer, update: Uint8Array): Heard
  /** Tells everybody else's states, freshly stamped so that they do not age; false where nobody is anywhere. */
  tellStates(peer: Peer): boolean
  /** The seat that speaks under this id in the room now. */
  holderOf(client: number): SeatId | null
  /** Names or people changed: tells them to all that speak our protocol, once a turn. */
  announce(): void
}

/** @param ownerOf The seat whose words stand under a client id in the document. */
export function openPresence(
  now: () => number,
  ownerOf: (client: number) => SeatId | null,
): Presence {
  const peers = new Set<Peer>()
  /** Bound and lately left ids, in the order in which they were last bound. */
  const states = new Map<number, State>()
  let lastClock = 0
  let announcing = false
  let announcedAtMs = 0

  const stamp = () => {
    lastClock = Math.max(lastClock + 1, now())
    return lastClock
  }
  const idsOf = (peer: Peer) => [...states].filter(([, state]) => state.peer === peer)
  /** How many ids a peer speaks for: asked for every id that somebody else may have made up. */
  const bound = new Map<Peer, number>()

  const announce = () => {
    if (announcing) return
    announcing = true
    const tell = () => {
      announcing = false
      announcedAtMs = now()
      const message = encodePresence(people(peers, states))
      for (const peer of peers) if (peer.speaksGuyub) peer.send(message)
    }
    const everyMs = ANNOUNCE_EVERY_MS + ANNOUNCE_MS_A_PERSON * peers.size
    const waitMs = announcedAtMs + everyMs - now()
    setTimeout(tell, Math.min(everyMs, Math.max(0, waitMs)))
  }

  /** True where this peer may speak for the id: it does already, or it takes it now. */
  const mayBind = (peer: Peer, { client, clock }: Spoken): boolean => {
    const state = states.get(client)
    const seat = ownerOf(client) ?? state?.seat ?? peer.seat
    if (seat !== peer.seat) return false
    // This person's other device echoes what we sent it: a clock that we stamped. One's own clock counts from 0.
    if (state && clock <= state.clock && clock > state.clock / 2) return false
    return (bound.get(peer) ?? 0) < MAX_IDS_PER_CONNECTION
  }

  return {
    join(peer) {
      peers.add(peer)
      announce()
    },
    leave(peer) {
      if (!peers.delete(peer)) return
      bound.delete(peer)
      const left: Spoken[] = []
      for (const [client, state] of idsOf(peer)) {
        if (state.json !== null) left.push({ client, clock: stamp(), json: 'null' })
        states.set(client, { ...state, peer: null, json: null, clock: lastClock })
      }
      forgetOldest(states)
      if (left.length > 0) tellOthers(peers, peer, left)
      announce()
    },
    hear(peer, update) {
      const spoken = readSpoken(update)
      if (!spoken) return 'malformed'
      // Of each id the last word: who says a thousand of them at once is passed on once.
      const news = new Map<number, Spoken>()
      let heard: Heard = 'echo'
      for (const each of spoken) {
        const before = states.get(each.client)
        if (before?.peer !== peer && (each.json === 'null' || !mayBind(peer, each))) continue
        if (!isState(each.json)) return 'malformed'
        heard = 'own'
        const json = each.json === 'null' ? null : each.json
        const isNews = before?.peer !== peer || before.json !== json
        const clock = isNews ? stamp() : before.clock
        if (before?.peer !== peer) {
          states.delete(each.client)
          bound.set(peer, (bound.get(peer) ?? 0) + 1)
          const former = before?.peer
          if (former) bound.set(former, (bound.get(former) ?? 1) - 1)
          announce()
        }
        states.set(each.client, { seat: peer.seat, peer, clock, json })
        if (isNews) news.set(each.client, { ...each, clock })
      }
      if (news.size > 0) tellOthers(peers, peer, [...news.values()])
      return heard
    },
    tellStates(peer) {
      const others: Spoken[] = []
      for (const [client, state] of states) {
        if (state.json === null || state.peer === peer) continue
        state.clock = stamp()
        others.push({ client, clock: state.clock, json: state.json })
      }
      if (others.length === 0) return false
      peer.tell(awarenessMessage(others), others.length)
      return true
    },
    holderOf: (client) => states.get(client)?.seat ?? null,
    announce,
  }
}

function people(peers: ReadonlySet<Peer>, states: ReadonlyMap<number, State>): PresentPerson[] {
  const bySeat = new Map<SeatId, PresentPerson>()
  for (const { seat, name, role } of peers) {
    if (!bySeat.has(seat)) bySeat.set(seat, { seat, name, role, clients: [] })
  }
  for (const [client, { seat, peer }] of states) {
    const clients = peer && bySeat.get(seat)?.clients
    if (clients && clients.length < MAX_IDS_SHOWN) clients.push(client)
  }
  return [...bySeat.values()]
}

function tellOthers(peers: ReadonlySet<Peer>, speaker: Peer, news: readonly Spoken[]): void {
  const message = awarenessMessage(news)
  for (const peer of peers) if (peer !== speaker) peer.tell(message, news.length)
}

function forgetOldest(states: Map<number, State>): void {
  let remembered = [...states.values()].filter(({ peer }) => peer === null).length
  for (const [client, { peer }] of states) {
    if (remembered <= MAX_REMEMBERED) return
    if (peer) continue
    states.delete(client)
    remembered--
  }
}
