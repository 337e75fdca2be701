/** Seeds that found something, with what it was. A seed says the same only as long as the code asks chance the same things. */
export const PINNED: readonly { seed: number; acts: number; why: string }[] = [
  { seed: 9006, acts: 300, why: 'a disk that could not be read at opening was not asked again' },
  {
    seed: 3358,
    acts: 120,
    why: 'what another tab had heard went out without vouches after a loss',
  },
  {
    seed: 40000171,
    acts: 300,
    why: '✓✓ was held to a device whose disk was full, and whose server lost its tail afterwards',
  },
  { seed: 40000223, acts: 300, why: 'on 13 slow lines something was always under way' },
  {
    seed: 40000357,
    acts: 300,
    why: 'a disk that could not be read was not asked again when it took a write',
  },
  {
    seed: 162936714,
    acts: 300,
    why: 'a full server took no vouches, and then, with room again, called the words they were about another’s',
  },
  {
    seed: 162933423,
    acts: 300,
    why: 'undoing words put letters anew that had stayed, and they stood twice where another did the same',
  },
  {
    seed: 162935012,
    acts: 300,
    why: 'what an undo brought back into an open note was taken for what was written there',
  },
  {
    seed: 40000702,
    acts: 300,
    why: 'whose it was, what came back by a vouch, was not told to those who did not know it',
  },
  {
    seed: 3771811190,
    acts: 300,
    why: 'a room that is read in several turns was never read: turns were those of the system',
  },
]
