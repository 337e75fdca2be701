/** A room in front of a disk that commits when it is told, and of a thread that the test may hold back. */
import * as Y from 'yjs'
import { cutFrom } from '../../server/cut.ts'
import { DocumentBytes } from '../../server/documentBytes.ts'
import { fold } from '../../server/fold.ts'
import type { GroupCommit } from '../../server/groupCommit.ts'
import type { RoomContext } from '../../server/liveRoom.ts'
import { LiveRoom } from '../../server/liveRoom.ts'
import type { Peer } from '../../server/peer.ts'
import { openSigner } from '../../server/vouches.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'

export const ROOM = 'w1/canvas/c1' as RoomName
export const SEAT = 's1' as SeatId
export const sign = openSigner(new Uint8Array(32))

export function aDisk() {
  const waiting: (() => void)[] = []
  const groupCommit: GroupCommit = {
    add: (_changes, { committed }) => waiting.push(committed),
    settled: () => Promise.resolve(),
    write: () => Promise.resolve(),
  }
  const commits = () => {
    for (const committed of waiting.splice(0)) committed()
  }
  return { groupCommit, commits }
}

export function aRoom(groupCommit: GroupCommit, changes: Partial<RoomContext> = {}): LiveRoom {
  return new LiveRoom(
    {
      name: ROOM,
      groupCommit,
      documentBytes: 1_000_000,
      now: () => 0,
      log() {},
      sign,
      elsewhere: {
        async fold(parts) {
          const state = fold(parts)
          return state && { state, cpuMs: 0 }
        },
        cut: async (parts, vector) => cutFrom(parts, vector),
      },
      grew() {},
      gone() {},
      ...changes,
    },
    {
      document: new DocumentBytes('canvas'),
      owners: new Map(),
      lost: null,
      tail: { parts: 0, bytes: 0 },
    },
  )
}

export const aPeer = (relay: (message: Uint8Array) => void = () => {}): Peer => ({
  isRevoked: false,
  seat: SEAT,
  name: '',
  role: 'facilitator',
  speaksGuyub: true,
  tellDisk() {},
  send() {},
  tell() {},
  relay,
  close() {},
})

/** What a newcomer to the room sees. */
export async function docIn(room: LiveRoom): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await room.missingFor(new Map())).update)
  return doc
}
