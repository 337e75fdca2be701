import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NotReady, say } from './say.mjs'

const heartbeatMs = 5_000
const abandonedAfterMs = 10 * 60_000

/** @param {string} root */
export const claimFile = (root) => join(root, '.cache', 'readiness.lock')

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, but somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * A claim is abandoned when every process named in it is gone. A number may have been given to
 * a stranger since, so a claim without a heartbeat for ten minutes counts as abandoned too.
 *
 * @param {string} file
 */
function isAbandoned(file) {
  try {
    const pids = readFileSync(file, 'utf8').split(' ').map(Number)
    return !pids.some(isAlive) || Date.now() - statSync(file).mtimeMs > abandonedAfterMs
  } catch {
    return false // gone meanwhile: the next try to claim it decides
  }
}

/** @param {string} file */
function claim(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function beat(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Somebody emptied .cache; nobody is kept waiting by a claim that isn't there.
  }
}

/**
 * Installs and builds of one project folder take turns: a second `npm start`, impatiently typed
 * in another window, would delete the packages that the first is just unpacking.
 *
 * @template T
 * @param {string} root
 * @param {(alsoRunning: (pid: number) => void) => Promise<T>} work `alsoRunning` names a process
 *   that keeps on writing even when this one is killed
 * @returns {Promise<T>}
 */
export async function oneAtATime(root, work) {
  const file = claimFile(root)
  try {
    mkdirSync(dirname(file), { recursive: true })
    for (let tries = 0; !claim(file); tries += 1) {
      if (tries === 1) {
        say(
          'Menunggu perintah Guyub lain yang sedang menyiapkan…',
          'Waiting for another Guyub command to get ready…',
        )
      }
      await delay(Math.min(tries, 5) * 100)
    }
  } catch (error) {
    throw new NotReady(
      `Folder ${root} belum bisa ditulisi. Pindahkan Guyub ke folder milik Anda sendiri.`,
      `The folder ${root} can't be written. Move Guyub to a folder of your own.`,
      String(error),
    )
  }
  const heartbeat = setInterval(() => beat(file), heartbeatMs)
  try {
    return await work((pid) => writeFileSync(file, `${process.pid} ${pid}`))
  } finally {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}
