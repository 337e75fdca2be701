import { describe, expect, it } from 'vitest'
import type { CanvasId, WorkshopId } from '../../src/model/ids.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { Route } from '../../src/workshop/route.ts'
import { formatRoute, parseRoute, readCodeOrLink } from '../../src/workshop/route.ts'

const workshop = 'W'.repeat(22) as WorkshopId
const canvas = 'C'.repeat(22) as CanvasId
const capability = 'aB3'.repeat(8).slice(0, 22)
const member: Route = {
  type: 'link',
  link: { ok: true, value: { role: 'member', capability } },
  shown: 'maB3',
}

describe('addresses of screens', () => {
  const routes: [string, Route][] = [
    ['#/', { type: 'start' }],
    ['#/new', { type: 'create' }],
    ['#/mine', { type: 'mine' }],
    ['#/jBAKSO47', { type: 'join', code: 'BAKSO47' as JoinCode }],
    [`#/w/${workshop}`, { type: 'workshop', workshop }],
    [`#/w/${workshop}/links`, { type: 'links', workshop }],
    [`#/w/${workshop}/c/${canvas}`, { type: 'canvas', workshop, canvas }],
    [`#/m${capability}`, member],
  ]

  it.each(routes)('%s names one screen, and is how that screen is named', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
    expect(formatRoute(route)).toBe(hash)
  })

  it('opens the start without a fragment', () => {
    expect(parseRoute('')).toEqual({ type: 'start' })
  })

  it('takes what chat programs put behind a link as no part of it', () => {
    expect(parseRoute(`#/m${capability}).`)).toEqual(member)
    expect(parseRoute(`#/m${capability}%20`)).toEqual(member)
  })

  it('calls a link without its end incomplete and shows how it began', () => {
    expect(parseRoute('#/m4RxY')).toEqual({
      type: 'link',
      link: { ok: false, error: { type: 'incomplete' } },
      shown: 'm4Rx',
    })
  })

  it('calls everything else a link of no known kind', () => {
    for (const hash of ['#/hello', '#/w/short', `#/w/${workshop}/other`, '#/%E0%A4%A']) {
      const route = parseRoute(hash)
      expect(route.type === 'link' && !route.link.ok, hash).toBe(true)
    }
  })
})

describe('what is typed where a code is asked for', () => {
  it('is a code in any spelling', () => {
    for (const typed of ['bakso 47', 'BAKSO47', ' Bakso-47 ']) {
      expect(readCodeOrLink(typed)).toEqual({ type: 'join', code: 'BAKSO47' })
    }
  })

  it('is a whole link, a message with one in it, or the link behind a QR code', () => {
    expect(readCodeOrLink(`http://192.168.1.20:4321/#/m${capability}`)).toEqual(member)
    expect(readCodeOrLink(`Halo, ini linknya: http://guyub.local/#/m${capability}`)).toEqual(member)
    expect(readCodeOrLink('http://192.168.1.20:4321/#/jBAKSO47')).toEqual({
      type: 'join',
      code: 'BAKSO47',
    })
  })

  it('is neither, where it is neither', () => {
    for (const typed of ['', 'halo', '47', 'http://guyub.local/#/']) {
      expect(readCodeOrLink(typed), typed).toBeNull()
    }
  })
})
