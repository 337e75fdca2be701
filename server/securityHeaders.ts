import { createMiddleware } from 'hono/factory'

/**
 * Nothing but our own files runs or is fetched. React's `style={{…}}` sets styles through the DOM (CSSOM), which
 * `style-src 'self'` allows; only `style="…"` in markup and `<style>` elements are held back. No HSTS: in a hall this is
 * plain http on a LAN address.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join('; ')

export const securityHeaders = createMiddleware(async (c, next) => {
  await next()
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('X-Robots-Tag', 'noindex')
})
