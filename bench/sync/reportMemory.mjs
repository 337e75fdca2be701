// Preloaded into every server: told by a signal, it collects garbage and says what is left.
process.on('SIGUSR2', () => {
  for (let i = 0; i < 3; i++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.stdout.write(`live memory: ${heapUsed + external}\n`)
})
