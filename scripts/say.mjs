/**
 * A step that could not be done, told in words a newcomer can act on: what happened, then what
 * to do. Indonesian first. The entry scripts print it without a stack trace.
 */
export class NotReady extends Error {
  /** @param {string} id @param {string} en @param {string} [detail] what the tool itself said */
  constructor(id, en, detail = '') {
    super([id, en, detail].filter(Boolean).join('\n\n'))
    this.name = 'NotReady'
  }
}

/** @param {string} id @param {string} en */
export const say = (id, en) => console.log(`${id} · ${en}`)

/**
 * Shows that a long step goes on: in place on a terminal, else a line each ten seconds.
 *
 * @param {() => string} what is being done, and how far it is
 * @returns {() => void} call it at the end of the step
 */
export function ticking(what) {
  const startedMs = Date.now()
  const inPlace = process.stdout.isTTY
  const show = () => {
    const line = `  ${what()}, ${Math.round((Date.now() - startedMs) / 1000)} s`
    process.stdout.write(inPlace ? `\r${line}` : `${line}\n`)
  }
  const timer = setInterval(show, inPlace ? 500 : 10_000)
  return () => {
    clearInterval(timer)
    if (inPlace) process.stdout.write('\n')
  }
}

/**
 * Runs an entry script's work and turns its end into an exit code. Whatever is not `NotReady` is
 * our own mistake and keeps its stack.
 *
 * @param {() => Promise<number>} work resolves to the exit code
 */
export async function finishWith(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof NotReady)) throw error
    console.error(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
