import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const none = fileURLToPath(new URL('src/print/stubs/none.ts', import.meta.url))

/** Where `npm run dev` has started the server (scripts/dev.mjs). */
const devServer = process.env.GUYUB_DEV_SERVER ?? 'http://localhost:4322'

export default defineConfig({
  plugins: [react()],
  resolve: {
    // Two copies of Yjs corrupt documents silently.
    dedupe: ['yjs', 'react', 'react-dom'],
    alias: { html2canvas: none, canvg: none, dompurify: none },
  },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    // The first with container queries (2022). Phones of 100 USD get Chrome's updates; what a browser's
    // library may lack is kept out by `lib` in tsconfig.json.
    target: ['chrome105', 'firefox110', 'safari16'],
    cssTarget: ['chrome105', 'firefox110', 'safari16'],
    // The server's CSP is `default-src 'self'`: nothing inline, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // How long plugins took is no warning to somebody who starts the program.
      checks: { pluginTimings: false },
      // Everything of the first load in one file and one style sheet: on a bad network each request is a round trip,
      // and the bundler's own cut makes 29 of them for a member's link (11 so).
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
    chunkSizeWarningLimit: 600,
  },
  worker: { format: 'es' },
  server: {
    port: 4321,
    strictPort: true,
    proxy: {
      '/api': { target: devServer },
      '/sync': { target: devServer, ws: true },
    },
  },
})
