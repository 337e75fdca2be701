// Preloaded into every server: told by a signal, it says how long its loop was held up at most since the last time, then
// collects garbage and says what is left.

const LOOK_EVERY_MS = 1
/** Of the loop's own thread, in ms; Node 22, on which the peers run, tells that of the whole process alone. */
const cpuMs = () => {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)()
  return (user + system) / 1000
}

/** What the loop computed between two looks: a turn of it, whatever else the machine was busy with. */
let heldUpMs = 0
/** Looking costs: only where that is what is asked for. */
if (process.env.BENCH_WATCHES_LOOP === '1') {
  let before = cpuMs()
  const look = () => {
    const now = cpuMs()
    heldUpMs = Math.max(heldUpMs, now - before)
    before = now
    setTimeout(look, LOOK_EVERY_MS).unref()
  }
  look()
}

process.on('SIGUSR2', () => {
  const worstMs = heldUpMs
  for (let i = 0; i < 3; i++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.stdout.write(`held up: ${worstMs}, live memory: ${heapUsed + external}\n`)
  setTimeout(() => {
    heldUpMs = 0
  }, 2 * LOOK_EVERY_MS)
})
