import { describe, expect, it } from 'vitest'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import { formatJoinCode, joinLink, parseJoinCode } from '../../src/protocol/joinCode.ts'

const BAKSO47 = 'BAKSO47' as JoinCode

describe('a join code', () => {
  it.each([
    'BAKSO 47',
    'bakso47',
    ' Bakso  4 7 ',
    'BAKSO-47',
    'b a k s o 4 7.',
    'BAKSO\u00a047',
    '\u200eBAKSO 47\u200f',
    joinLink('https://guyub.example', BAKSO47),
    `Gabung di ${joinLink('http://192.168.1.7:4321', BAKSO47)} ya`,
  ])('is understood as people type or paste it: %s', (typed) => {
    expect(parseJoinCode(typed)).toBe('BAKSO47')
  })

  it.each([
    '',
    'BAKSO',
    '47',
    'BAKSO4',
    'BAKSO478',
    'BA47',
    'BAKSOBAKSOX47',
    '47BAKSO',
    'BAKSO ４７',
    'ꦧꦏ꧀ꦱꦺꦴ꧔꧗',
    'بقسو٤٧',
    '🍜47',
    'x'.repeat(10_000),
  ])('is not found in %s', (typed) => {
    expect(parseJoinCode(typed)).toBe(null)
  })

  it('is read aloud as a word and two digits', () => {
    expect(formatJoinCode(BAKSO47)).toBe('BAKSO 47')
    expect(parseJoinCode(formatJoinCode(BAKSO47))).toBe(BAKSO47)
  })
})
