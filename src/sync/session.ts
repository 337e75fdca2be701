/**
 * The face that screens see of one open room: immutable views, subscriptions and edit functions. No Y type, no socket and
 * no table shows through. Whoever opens a session closes it.
 */
import type { CanvasView } from '../model/canvas.ts'
import type { NewNote } from '../model/doc/addNote.ts'
import type { Step } from '../model/doc/change.ts'
import type { UndoOutcome } from '../model/doc/history.ts'
import type { Destination } from '../model/doc/moveNote.ts'
import type { LostWrite } from '../model/doc/overtaken.ts'
import type { PlanChange } from '../model/doc/plan.ts'
import type { TagChange } from '../model/doc/tagNotes.ts'
import type { TextSession } from '../model/doc/textSession.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import type { NoteColour, Removal } from '../model/note.ts'
import type { PersonColour } from '../model/personColour.ts'
import type { Role } from '../model/roles.ts'
import type { PlanView } from '../model/workshop.ts'
import type { Where } from '../protocol/awareness.ts'
import type { CloseReason } from '../protocol/closeCodes.ts'

export type Connection =
  /** `again`: this page was connected before. */
  | { type: 'connecting'; again: boolean }
  /** `lacks`: the server has lost a part of this room, which other devices may still hold. */
  | { type: 'connected'; lacks?: true }
  /** No signal, or the server is gone: it goes on trying by itself. */
  | { type: 'offline' }
  /** The server can't save right now, as its disk refuses; it goes on trying. */
  | { type: 'serverCannotStore' }
  /** This room is damaged on the disk of the server, which shows and takes nothing of it; it goes on trying. */
  | { type: 'serverDamaged' }
  /** The server is there and has no place now (a full room or workshop, too many messages); it goes on trying. */
  | { type: 'crowded' }
  /** Final. What was written stays on this device. */
  | { type: 'refused'; reason: CloseReason }

export type RoomStatus = {
  connection: Connection
  /** Something can be shown: read from this device, or received. False only at a first visit before the first answer. */
  loaded: boolean
  /** False: this device keeps nothing (a private window), so what is written here is safe only at the server. */
  keeps: boolean
  /** Everything that was written here is on this device's disk. */
  kept: boolean
  /** Something written here has been on screen only, on neither disk, for more than 3 s (full or private storage). */
  cannotKeep: boolean
  /** Notes with changes of this device that the server has not receipted yet. */
  waitingNotes: number
  /** The server has receipted everything that was written here. */
  stored: boolean
}

/** none: nothing to say yet; unkept: on screen only; kept: ✓ on this device's disk; stored: ✓✓ on the server's. */
export type Tick = 'unkept' | 'kept' | 'stored'

export type PersonHere = {
  seat: SeatId
  name: string
  role: Role
  /** This device's own seat. */
  self: boolean
  /** One of six, the same on every screen in this room, and nobody else's here up to six people. */
  colour: PersonColour
  /** Where they are, as they say; null: connected, but not looking at this canvas (a dashboard's small picture). */
  where: Where | null
}

/**
 * canvasFull: as many notes as there may be; canvasTooLarge: too much text, where only shorter notes help; noteTooLong: one
 * of them alone.
 */
export type AddRefusal = 'canvasFull' | 'canvasTooLarge' | 'noteTooLong'

/** What this person did to a note gave way to what another did at the same time. */
export type Overtaken = {
  note: NoteId
  what: LostWrite['what']
  /** Who it was; null: not known. */
  by: SeatId | null
}

export type AddedNotes = readonly NoteId[] | { refused: AddRefusal }

/**
 * Every edit is one step of this person's undo, of however many notes. An edit of several leaves out those that are gone
 * meanwhile and answers with those it reached, in the order given; one of a single note says whether it is there. Reading
 * sessions have no edits.
 */
export type CanvasEdits = {
  addNote(note: NewNote): NoteId | { refused: AddRefusal }
  /** All or none. Those with the same destination stand there in the order given. */
  addNotes(notes: readonly NewNote[]): AddedNotes
  moveNote(note: NoteId, to: Destination): boolean
  /** They land behind one another. */
  moveNotes(notes: readonly NoteId[], to: Destination): readonly NoteId[]
  recolourNote(note: NoteId, colour: NoteColour): boolean
  recolourNotes(notes: readonly NoteId[], colour: NoteColour): readonly NoteId[]
  removeNote(note: NoteId): boolean
  removeNotes(notes: readonly NoteId[]): readonly NoteId[]
  restoreNote(note: NoteId): boolean
  restoreNotes(notes: readonly NoteId[]): readonly NoteId[]
  setFinding(notes: readonly NoteId[], finding: boolean): readonly NoteId[]
  /** A note that holds as many tags as it can is not reached. */
  tagNotes(notes: readonly NoteId[], change: TagChange): readonly NoteId[]
  /** Each right behind its original: its words, colour and tags. Answers with the new notes. */
  duplicateNotes(notes: readonly NoteId[]): AddedNotes
  /** Linked copies, for another tab: the originals stay. Answers with the new notes. */
  takeNotes(notes: readonly NoteId[], to: Destination): AddedNotes
  /** Which notes a strategy combines; those that are gone are left out. */
  joinNotes(note: NoteId, joins: readonly NoteId[]): boolean
  /** Marks the strategy that is done first, instead of the one before; null: none. */
  setThisWeek(note: NoteId | null): boolean
  /**
   * Opens a note (or one to come: it arises with its first character) for writing. Closing the returned session puts the
   * change on the undo stack. Only one writing session at a time; opening another closes the first.
   */
  writeIn(
    target: { note: NoteId } | { create: Omit<NewNote, 'text'> },
  ): TextSession | { refused: AddRefusal }
  undo(): UndoOutcome
  redo(): UndoOutcome
  /** What was done last; what is being written is no step yet. */
  latestStep(): Step | null
  /** Takes back that step and no other, whatever was done after it. */
  undoStep(step: Step): UndoOutcome
  /** Whether that step is still there to be taken back. */
  holdsStep(step: Step): boolean
  canUndo(): boolean
  canRedo(): boolean
}

type Unsubscribe = () => void

type Session = {
  /** The seat that this device sits on. */
  seat: SeatId
  status(): RoomStatus
  subscribeStatus(listener: () => void): Unsubscribe
  /** Everybody connected to this room, in order of seat; oneself included. */
  people(): readonly PersonHere[]
  subscribePeople(listener: () => void): Unsubscribe
  /** Try to connect at once instead of at the next turn. */
  retry(): void
  close(): void
}

export type CanvasSession = Session & {
  view(): CanvasView
  /** Anything on the canvas. */
  subscribe(listener: () => void): Unsubscribe
  /** One note: a letter in another costs it nothing. */
  subscribeNote(note: NoteId, listener: () => void): Unsubscribe
  /** Null where this capability may only read, or the document is of a newer schema. */
  edits(): CanvasEdits | null
  subscribeHistory(listener: () => void): Unsubscribe
  tickOf(note: NoteId): Tick
  subscribeTick(note: NoteId, listener: () => void): Unsubscribe
  /** Who removed a note, and when; null while it lies on the canvas. */
  removalOf(note: NoteId): Removal | null
  /** Another person's write of a field won over one that this person made at the same time. Told once each. */
  subscribeOvertaken(listener: (lost: Overtaken) => void): Unsubscribe
  /** Says where this person is; null: not looking (no presence shown to others). */
  setWhere(where: Where | null): void
}

export type PlanSession = Session & {
  view(): PlanView
  subscribe(listener: () => void): Unsubscribe
  /** Null where this capability may only read. */
  editDetails: ((details: PlanChange) => void) | null
}
