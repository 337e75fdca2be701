/**
 * The store in a thread of its own, so that a flush of the disk, or the reading of a long room, holds up nobody but those
 * who wait for it. What is asked before the file is open waits until it is.
 */
import { Worker } from 'node:worker_threads'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import type { DataFileError } from './dataFile.ts'
import type { Damage, Store } from './store.ts'
import type { Call, StoreCalls, Told } from './storeCalls.ts'
import { errorOf, packChanges, unpackRoom } from './storeCalls.ts'

export type StoreThread = {
  store: Store
  opened: Promise<Result<void, DataFileError>>
}

type Waiting = { resolve(value: unknown): void; reject(cause: Error): void }

/** @param onDamage Told once for each damage, as it is met. */
export function openStoreThread(path: string, onDamage: (damage: Damage) => void): StoreThread {
  const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), { workerData: path })
  const waiting = new Map<number, Waiting>()
  let count = 0
  let over: Error | null = null

  const end = (cause: Error) => {
    over ??= cause
    for (const { reject } of waiting.values()) reject(over)
    waiting.clear()
  }
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      end(new Error('the store is closed'))
      resolve()
    })
  })
  worker.once('error', (cause) => {
    end(cause)
    throw cause // our own mistake: the server ends, and what it receipted is on disk
  })
  const opened = new Promise<Result<void, DataFileError>>((resolve) => {
    worker.on('message', (told: Told) => {
      if ('opened' in told) {
        if (told.opened) end(new Error('the store did not open'))
        return resolve(told.opened ? err(told.opened) : ok(undefined))
      }
      if ('damage' in told) return onDamage(told.damage)
      const asked = waiting.get(told.id)
      waiting.delete(told.id)
      if ('failure' in told) asked?.reject(errorOf(told.failure))
      else asked?.resolve(told.value)
    })
  })

  const call =
    <K extends keyof StoreCalls>(name: K) =>
    (...args: Parameters<StoreCalls[K]>) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const id = count++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, name, args } satisfies Call)
      }) as ReturnType<StoreCalls[K]>

  const commit = call('commit')
  const loadRoom = call('loadRoom')
  const close = call('close')
  const store: Store = {
    commit: (changes) => commit(packChanges(changes)),
    async loadRoom(room) {
      const packed = await loadRoom(room)
      return packed && unpackRoom(packed)
    },
    roomNames: call('roomNames'),
    secret: call('secret'),
    compactRoom: call('compactRoom'),
    seat: call('seat'),
    seatsOf: call('seatsOf'),
    claimSeat: call('claimSeat'),
    capabilityByHash: call('capabilityByHash'),
    capabilitiesOf: call('capabilitiesOf'),
    revoke: call('revoke'),
    workshop: call('workshop'),
    workshopByJoinCode: call('workshopByJoinCode'),
    setJoinCode: call('setJoinCode'),
    backup: call('backup'),
    reached: call('reached'),
    markBehind: call('markBehind'),
    probe: call('probe'),
    async close() {
      if (!over) await close().finally(() => ended)
    },
  }
  return { store, opened }
}
