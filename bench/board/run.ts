/**
 * `npm run bench:board`: the real board (real server, real page, with sync, disk and presence) against a floor of React
 * and Yjs alone, side by side in one browser whose CPU is slowed four times. Ratios, not seconds, are what counts.
 */
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import * as Y from 'yjs'
import config from '../../playwright.config.ts'
import { addNote } from '../../src/model/doc/addNote.ts'
import { notesOf, sharedText } from '../../src/model/doc/schema.ts'
import type { CanvasId, NoteId } from '../../src/model/ids.ts'
import { capabilityLink } from '../../src/protocol/capability.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { aContext } from '../../tests/support/builders.ts'
import { installDrawnNotes } from '../../tests/support/drawnNotes.ts'
import type { TestServer, TestWorkshop } from '../../tests/support/server.ts'
import { aServer, aWorkshop } from '../../tests/support/server.ts'
import { stockClient } from '../../tests/support/serverClients.ts'
import { machine, writeBetweenMarks } from '../document.ts'
import { p95, ratio } from '../figures.ts'
import type { FloorPage } from './floorPage.ts'
import { floorPage, serveFloor } from './floorPage.ts'
import type { Place } from './hands.ts'
import { add, atBoard, atFloor, carry, type } from './hands.ts'
import { benchNotes, SUBJECT } from './notes.ts'
import { installProbe } from './probe.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 3)
const SLOWER = 4
const KEYS = 60
const ADDS = 16
const CARRIES = 3
const BURST = 200

type Figures = Record<'keys' | 'firsts' | 'opened' | 'written' | 'starts' | 'frames', number[]>
const none = (): Figures => ({
  keys: [],
  firsts: [],
  opened: [],
  written: [],
  starts: [],
  frames: [],
})

/** The first note of a page runs code that has never run: it is a figure of its own. */
async function measureAdding(page: Page, place: Place, into: Figures): Promise<void> {
  const [first, ...others] = await add(page, place, ADDS)
  if (first) into.firsts.push(first.openedMs)
  into.opened.push(...others.map(({ openedMs }) => openedMs))
  into.written.push(...others.map(({ writtenMs }) => writtenMs))
}

async function slowPage(browser: Browser, prepare: (page: Page) => Promise<void>): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
  })
  const page = await context.newPage()
  await page.addInitScript(installDrawnNotes)
  await page.addInitScript(installProbe)
  await prepare(page)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

async function measureFloor(browser: Browser, page: FloorPage, notes: number, into: Figures) {
  const still = await slowPage(browser, (tab) => serveFloor(tab, page, `notes=${notes}`))
  into.keys.push(...(await type(still, atFloor, KEYS)))
  await still.keyboard.press('Tab')
  await measureAdding(still, atFloor, into)
  await still.context().close()
  const moving = await slowPage(browser, (tab) => serveFloor(tab, page, `notes=${notes}&drag`))
  for (let i = 0; i < CARRIES; i++) {
    const { startMs, frames } = await carry(moving, atFloor)
    into.starts.push(startMs)
    into.frames.push(...frames)
  }
  await moving.context().close()
}

type Extra = { drawn: string[]; longestTaskMs: number }

async function measureBoard(browser: Browser, notes: number, into: Figures): Promise<Extra> {
  const server = await aServer({ limits: { messagesPerSecond: 100_000, messageBurst: 100_000 } })
  const workshop = await aWorkshop(server.origin)
  const [ninik] = workshop.members
  if (!ninik) throw new Error('nobody in the workshop')
  const other = await someoneElse(server, workshop, ninik.canvas)
  other.write((doc) => {
    const context = aContext(other.seat)
    for (const { id, zone, text } of benchNotes(notes)) {
      addNote(doc, { zone, text }, { ...context, newNoteId: () => id as NoteId })
    }
  })
  const page = await slowPage(browser, async (page) => {
    await page.goto(capabilityLink(server.origin, 'member', ninik.capability))
    await page.locator(atBoard.note).waitFor()
  })
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-note]').length >= count,
    notes,
  )
  into.keys.push(...(await type(page, atBoard, KEYS)))
  await page.evaluate(() => drawnNotes.start())
  await page.keyboard.type('lagi')
  const drawn = await page.evaluate(() => drawnNotes.stop())
  await page.keyboard.press('Escape')
  await measureAdding(page, atBoard, into)
  for (let i = 0; i < CARRIES; i++) {
    const { startMs, frames } = await carry(page, atBoard)
    into.starts.push(startMs)
    into.frames.push(...frames)
  }
  await page.evaluate(() => probe.startTasks())
  for (let i = 0; i < BURST; i++) {
    other.write((doc) => {
      const note = notesOf(doc).get(`note${i % notes}`)
      if (note instanceof Y.Map) sharedText(note)?.insert(0, `hujan${i} `)
    })
  }
  await page
    .getByText(`hujan${BURST - 1}`, { exact: false })
    .first()
    .waitFor()
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))),
  )
  const tasks = await page.evaluate(() => probe.stopTasks())
  other.close()
  await page.context().close()
  await server.close()
  return { drawn, longestTaskMs: Math.max(0, ...tasks) }
}

/** The facilitator at that canvas, without a screen. */
async function someoneElse(server: TestServer, workshop: TestWorkshop, canvas: CanvasId) {
  const room = canvasRoom(workshop.workshop, canvas)
  const client = stockClient(server.origin, room, workshop.capability)
  await client.synced()
  return {
    seat: workshop.seat,
    write: (change: (doc: Y.Doc) => void) => client.doc.transact(() => change(client.doc)),
    close: () => client.close(),
  }
}

const bare = await floorPage()
const browser = await chromium.launch(config.use?.launchOptions)
const rows: string[] = []
for (const notes of [60, 500]) {
  const floor = none()
  const board = none()
  const extras: Extra[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await measureFloor(browser, bare, notes, floor)
    extras.push(await measureBoard(browser, notes, board))
    console.log(`${notes} notes: round ${round + 1} of ${ROUNDS}`)
  }
  const row = (name: string, of: (figures: Figures) => number[], goal: string) =>
    rows.push(
      `| ${name}, ${notes} notes | ${p95(of(floor)).toFixed(0)} ms | ${p95(of(board)).toFixed(0)} ms | ${ratio(of(board), of(floor))} | ${goal} |`,
    )
  row('keystroke to paint, p95', ({ keys }) => keys, '≤ 1.3×')
  row('adding a note until its field is there, p95', ({ opened }) => opened, '≤ 1.3×')
  row('adding a note until its first letter is there, p95', ({ written }) => written, '')
  row('the field of the first note after opening, slowest', ({ firsts }) => firsts, '')
  row('drag start, p95', ({ starts }) => starts, '≤ 1.3×')
  row('drag frame, p95', ({ frames }) => frames, notes === 60 ? '≤ 17 ms' : '≤ 20 ms')
  const drawn = new Set(extras.flatMap((extra) => extra.drawn))
  drawn.delete(SUBJECT)
  const longest = Math.max(...extras.map((extra) => extra.longestTaskMs))
  rows.push(`| other notes drawn while one is typed in, ${notes} notes | | ${drawn.size} | | 0 |`)
  rows.push(
    `| longest task in a burst of ${BURST} changes, ${notes} notes | | ${longest.toFixed(0)} ms | | ≤ 100 ms |`,
  )
}
await browser.close()
const lines = [
  `Tail ends (95 of 100 were quicker) of ${ROUNDS} round(s) on ${machine()}, CPU slowed ${SLOWER}×.`,
  '',
  '| figure | floor | board | ratio | goal |',
  '| --- | --: | --: | --: | --- |',
  ...rows,
]
console.log(lines.join('\n'))
writeBetweenMarks('board', lines)
