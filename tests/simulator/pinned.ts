/** Seeds that found something, with what it was. A seed says the same only as long as the code asks chance the same things. */
export const PINNED: readonly { seed: number; acts: number; why: string }[] = []
