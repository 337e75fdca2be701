import { describe, expect, it } from 'vitest'
import { addressName, isLocal, reachable } from '../../src/workshop/useAddress.ts'

const wifi = { origin: 'http://192.168.1.20:4321', label: 'Wi-Fi' }
const hotspot = { origin: 'http://10.42.0.1:4321', label: 'Hotspot' }

describe('the address in links', () => {
  it('is never one that means this machine wherever it is opened', () => {
    for (const origin of ['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321']) {
      expect(isLocal(origin), origin).toBe(true)
      const offered = reachable({ reachable: [wifi], fixed: false }, origin)
      expect(offered.map((each) => each.origin)).toEqual([wifi.origin])
    }
    expect(isLocal('http://192.168.1.20:4321')).toBe(false)
    expect(isLocal('https://guyub.kampus.ac.id')).toBe(false)
  })

  it('is first the one that this page came by', () => {
    const offered = reachable({ reachable: [wifi, hotspot], fixed: false }, hotspot.origin)
    expect(offered.map((each) => each.origin)).toEqual([hotspot.origin, wifi.origin])
    expect(offered[0]).toEqual({ ...hotspot, here: true })
  })

  it('is also one that the server does not know of, where this page came by it', () => {
    const offered = reachable({ reachable: [wifi], fixed: false }, 'https://guyub.kampus.ac.id')
    expect(offered.map((each) => each.origin)).toEqual(['https://guyub.kampus.ac.id', wifi.origin])
  })

  it('is the given one alone, where the server was told', () => {
    const given = { origin: 'https://guyub.kampus.ac.id', label: '' }
    const offered = reachable({ reachable: [given], fixed: true }, wifi.origin)
    expect(offered.map((each) => each.origin)).toEqual([given.origin])
  })

  it('is shown as people read it aloud', () => {
    expect(addressName(wifi.origin)).toBe('192.168.1.20:4321')
    expect(addressName('https://guyub.kampus.ac.id')).toBe('https://guyub.kampus.ac.id')
  })
})
