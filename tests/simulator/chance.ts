import { randomFrom } from '../support/longMode.ts'

/** What a seed decides. */
export type Chance = {
  /** 0 ≤ x < 1 */
  draw(): number
  is(probability: number): boolean
  below(limit: number): number
  between(least: number, most: number): number
  oneOf<T>(list: readonly T[]): T | null
  /** By weight. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K
}

export function chanceFrom(seed: number): Chance {
  const draw = randomFrom(seed)
  const below = (limit: number) => Math.floor(draw() * limit)
  return {
    draw,
    is: (probability) => draw() < probability,
    below,
    between: (least, most) => least + draw() * (most - least),
    oneOf: (list) => list[below(list.length)] ?? null,
    weighed<K extends string>(weights: Readonly<Record<K, number>>): K {
      const names = Object.keys(weights) as K[]
      let left = draw() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      throw new Error('nothing weighs anything')
    },
  }
}
