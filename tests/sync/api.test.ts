import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SeatId } from '../../src/model/ids.ts'
import { createApi } from '../../src/sync/api.ts'

const CAPABILITY = 'C'.repeat(22)
const SEAT = 'S'.repeat(22) as SeatId

/** An api whose server answers as told, and what it was asked. */
function answering(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = []
  const api = createApi({
    origin: 'http://guyub.test',
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init })
      return answer()
    },
  })
  return { api, asked }
}
const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })

afterEach(() => {
  vi.useRealTimers()
})

describe('asking the server', () => {
  it('sends the capability as a header and never in the address', async () => {
    const minted = { seat: SEAT, role: 'member', capability: CAPABILITY, id: SEAT }
    const { api, asked } = answering(json(minted))
    expect(await api.mintLink(CAPABILITY, SEAT)).toEqual({ ok: true, value: minted })
    expect(asked[0]?.url).toBe(`http://guyub.test/api/seats/${SEAT}/capabilities`)
    expect(asked[0]?.init).toMatchObject({
      method: 'POST',
      headers: { authorization: `Bearer ${CAPABILITY}` },
    })
  })

  it('sends a join code in the body', async () => {
    const { api, asked } = answering(json({ title: 'T', example: false, free: [], taken: 0 }))
    await api.join('BAKSO 47')
    expect(asked[0]?.url).toBe('http://guyub.test/api/join')
    expect(asked[0]?.init.body).toBe('{"code":"BAKSO 47"}')
  })
})

describe('an answer that is no success', () => {
  it('is told by its type, with the time to wait', async () => {
    const { api } = answering(json({ error: 'tooManyTries', retryAfterSeconds: 30 }, 429))
    expect(await api.join('BAKSO 47')).toEqual({
      ok: false,
      error: { type: 'tooManyTries', retryAfterSeconds: 30 },
    })
  })

  it.each([
    ['no JSON', () => new Response('<html>')],
    ['a shape that is not ours', json({ hello: 1 })],
    ['an error we do not know', json({ error: 'teapot' }, 418)],
    ['an error without JSON', () => new Response('Bad gateway', { status: 502 })],
  ])('is a bad answer where it is %s', async (_, answer) => {
    const { api } = answering(answer)
    expect(await api.session(CAPABILITY)).toEqual({ ok: false, error: { type: 'badAnswer' } })
  })

  it('is offline where nobody answers', async () => {
    const { api } = answering(() => Promise.reject(new TypeError('fetch failed')))
    expect(await api.addresses()).toEqual({ ok: false, error: { type: 'offline' } })
  })

  it('is offline where nobody answers in time', async () => {
    vi.useFakeTimers()
    const api = createApi({
      origin: 'http://guyub.test',
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    })
    const answer = api.addresses()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await answer).toEqual({ ok: false, error: { type: 'offline' } })
  })
})
