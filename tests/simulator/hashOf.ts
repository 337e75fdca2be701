/** In a process of its own: what a seed does there. Called with a seed and a number of acts. */
import './virtualTime.ts'
import { simulate } from './simulate.ts'
import { theTemplate } from './template.ts'

const [seed = 1, acts = 50] = process.argv.slice(2).map(Number)
const { hash } = await simulate(await theTemplate(), seed, acts)
process.stdout.write(hash)
