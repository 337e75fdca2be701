import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { claimFile, oneAtATime } from '../../scripts/oneAtATime.mjs'
import { tempFolder, writeFiles } from './tempFolder.ts'

/** The number of a process that has ended. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

it('lets two commands that ready one folder take turns', async () => {
  const root = tempFolder()
  const events: string[] = []
  const { promise: firstMayEnd, resolve: endFirst } = waiting()
  const first = oneAtATime(root, async () => {
    events.push('first begins')
    await firstMayEnd
    events.push('first ends')
  })
  const second = oneAtATime(root, async () => {
    events.push('second begins')
  })
  endFirst()
  await Promise.all([first, second])
  expect(events).toEqual(['first begins', 'first ends', 'second begins'])
  expect(existsSync(claimFile(root))).toBe(false)
})

it('gives the turn on when the work has failed', async () => {
  const root = tempFolder()
  const failing = oneAtATime(root, () => Promise.reject(new Error('no internet')))
  await expect(failing).rejects.toThrow('no internet')
  await expect(oneAtATime(root, async () => 'done')).resolves.toBe('done')
})

it('takes over from a command that was killed', async () => {
  const root = tempFolder()
  writeFiles(root, { '.cache/readiness.lock': `${goneProcess()} ${goneProcess()}` })
  await expect(oneAtATime(root, async () => 'done')).resolves.toBe('done')
})

it('takes over a claim without a heartbeat, whoever has its number now', async () => {
  const root = tempFolder()
  writeFiles(root, { '.cache/readiness.lock': String(process.pid) })
  const longAgo = new Date(Date.now() - 60 * 60_000)
  utimesSync(claimFile(root), longAgo, longAgo)
  await expect(oneAtATime(root, async () => 'done')).resolves.toBe('done')
})

it('names the npm that goes on writing when its parent is killed', async () => {
  const root = tempFolder()
  const claim = await oneAtATime(root, async (alsoRunning) => {
    alsoRunning(4711)
    return readFileSync(claimFile(root), 'utf8')
  })
  expect(claim).toBe(`${process.pid} 4711`)
})

it('says so when the folder cannot be written', async () => {
  const root = tempFolder({ file: '' })
  const inside = join(root, 'file', 'no-folder')
  await expect(oneAtATime(inside, async () => 'done')).rejects.toThrow(/can't be written/)
})

function waiting() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
