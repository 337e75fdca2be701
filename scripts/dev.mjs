import './refuseOldNode.mjs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from './child.mjs'
import { ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith, say } from './say.mjs'

const serverPort = 4322
const dataFolder = join(projectRoot, 'data-dev')

/** `--host 0.0.0.0` opens the app to phones on the same Wi-Fi; the server needs no telling. */
function hostArguments(/** @type {string[]} */ argv) {
  const at = argv.indexOf('--host')
  return at === -1 ? [] : argv.slice(at, at + 2)
}

/**
 * `npm run dev`: the app from Vite with hot reload, the server restarted at each change of its
 * sources. Vite hands /api and /sync on to the server. Arguments go to the server.
 */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  const node24 = ensureNode24(projectRoot)
  mkdirSync(dataFolder, { recursive: true })
  const argv = process.argv.slice(2)
  const options = {
    cwd: projectRoot,
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, GUYUB_DEV_SERVER: `http://localhost:${serverPort}` },
  }
  say('Aplikasi di http://localhost:4321', 'The app is at http://localhost:4321')
  const server = startChild(
    node24,
    [
      '--watch',
      '--watch-preserve-output',
      '--disable-warning=ExperimentalWarning',
      join(projectRoot, 'server', 'main.ts'),
      ...['--port', String(serverPort), '--data', join(dataFolder, 'guyub.sqlite')],
      ...['--public-url', 'http://localhost:4321'],
      ...argv,
    ],
    options,
  )
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  const app = startChild(node24, [vite, '--clearScreen', 'false', ...hostArguments(argv)], options)
  const code = await Promise.race([server.ended, app.ended])
  server.child.kill()
  app.child.kill()
  await Promise.all([server.ended, app.ended])
  return code
})
