/** Seeds that found something, with what it was. A seed says the same only as long as the code asks chance the same things. */
export const PINNED: readonly { seed: number; acts: number; why: string }[] = [
  { seed: 9006, acts: 300, why: 'a disk that could not be read at opening was not asked again' },
  {
    seed: 3358,
    acts: 120,
    why: 'what another tab had heard went out without vouches after a loss',
  },
]
