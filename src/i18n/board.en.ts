import type { BoardMessages, DeviceWord } from './board.id.ts'
import { sheetEn } from './sheet.en.ts'

const here = (device: DeviceWord) => (device === 'phone' ? 'this phone' : 'this laptop')
const keepsNot = (device: DeviceWord) =>
  device === 'phone' ? 'This phone cannot save yet.' : 'This laptop cannot save yet.'
const DONT_CLOSE = 'Please do not close this page.'
const safeHere = (device: DeviceWord, safe: boolean) =>
  safe ? `Safe on ${here(device)}.` : DONT_CLOSE
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

export const boardEn: BoardMessages = {
  tabs: { bmc: 'BMC', swot: 'SWOT', tows: 'Strategies' },
  tabsLabel: 'Sheets',
  tabLong: { bmc: 'Business model canvas', swot: 'SWOT', tows: 'Strategies' },
  notes,
  allCanvases: 'All canvases',
  print: 'Print',
  printHere: 'To print this canvas, use the “Print” button in Guyub.',
  undo: 'Undo',
  redo: 'Redo',

  save: {
    connecting: 'Connecting',
    reconnecting: 'Reconnecting',
    stored: 'Saved',
    sending: 'Sending',
    offline: 'Waiting for signal',
    serverFull: (device, safe) => (safe ? `Safe on ${here(device)}` : 'Not kept yet'),
    crowded: 'The server is full',
    lacking: 'Not complete yet',
    cannotKeep: 'Not kept yet',
    tooOld: 'New version available',
    closed: 'This link was changed',
    full: 'The canvas is full',
    stopped: 'Not sent yet',
    readOnly: 'Read only',
  },
  saveSentence: {
    connecting: (device, safe) =>
      safe ? `Connecting. Your notes are safe on ${here(device)}.` : `Connecting. ${DONT_CLOSE}`,
    stored: (device) =>
      device === 'phone'
        ? 'Sent and kept. Safe even if the phone is lost.'
        : 'Sent and kept. Safe even if this laptop breaks.',
    sending: (device, safe) =>
      safe ? `Kept on ${here(device)}, being sent.` : `Being sent. ${DONT_CLOSE}`,
    offline: (count, device, safe) =>
      count === 0
        ? 'All notes have been sent. Waiting for signal.'
        : safe
          ? `${notes(count)} safe on ${here(device)}, waiting for signal.`
          : `${notes(count)} waiting for signal. ${DONT_CLOSE}`,
    serverFull: (device, safe) => `${safeHere(device, safe)} The server cannot save yet.`,
    crowded: (device, safe) =>
      `${safeHere(device, safe)} The server is full right now; it tries again by itself.`,
    lacking:
      'Part of this canvas was lost on the server. Phones and laptops that still hold it bring it back.',
    cannotKeep: `Not kept yet. ${DONT_CLOSE}`,
    tooOld: (device, safe) =>
      safe
        ? `Safe on ${here(device)}. Update, so that it is sent.`
        : `${keepsNot(device)} Copy what has not been sent first.`,
    newerCanvas: 'A newer version wrote this canvas. Please update first.',
    closed: (device, safe) => `${safeHere(device, safe)} Ask the facilitator for a new link.`,
    full: (device, safe) => `${safeHere(device, safe)} Shorten the long notes, then try again.`,
    stopped: (device, safe) =>
      safe
        ? `Safe on ${here(device)}. Open it again, so that it is sent.`
        : `${keepsNot(device)} Copy what has not been sent first.`,
    readOnly: 'This link is for looking only.',
  },
  banner: {
    offline: (device, safe) => [
      'No signal.',
      safe
        ? `Keep writing, everything is kept on ${here(device)}.`
        : `${keepsNot(device)} ${DONT_CLOSE}`,
    ],
    serverFull: (device, safe) => [
      'The server cannot save yet.',
      device === 'laptop'
        ? 'Its disk is full. Free some space, then try again.'
        : safe
          ? 'Keep writing.'
          : DONT_CLOSE,
    ],
    crowded: (_device, safe) => [
      'The server is full right now.',
      safe ? 'Keep writing, it is sent by itself later.' : DONT_CLOSE,
    ],
    lacking: () => [
      'Part of this canvas was lost on the server.',
      'Open it on the other phones and laptops that used it, and it comes back.',
    ],
    cannotKeep: (device) => [keepsNot(device), DONT_CLOSE],
    tooOld: (device, safe) => [
      'Update first',
      !safe
        ? 'so that your notes are sent. Copy what has not been sent before.'
        : device === 'phone'
          ? 'so that your notes are sent.'
          : 'so that your notes are sent. Everything stays safe on this laptop.',
    ],
    newerCanvas: () => ['Update first.', 'A newer version wrote this canvas.'],
    closed: (device, safe) => [
      'This link was changed.',
      `Ask the facilitator for a new one. ${safe ? `Your notes are safe on ${here(device)}.` : DONT_CLOSE}`,
    ],
    full: () => [
      'There is too much text on this canvas.',
      'Shorten the long notes, then try again.',
    ],
    stopped: (device, safe) => [
      'Not sent yet.',
      safe
        ? `Your notes are safe on ${here(device)}. Open this canvas again.`
        : 'Copy what matters first, then open this canvas again.',
    ],
  },
  update: 'Update',

  people: {
    here: (count) => (count === 1 ? '1 person here' : `${count} people here`),
    you: (name) => `${name} (this screen)`,
    onPhone: 'on a phone',
    onLaptop: 'on a laptop',
    more: (count) => `+${count}`,
    isIn: (name, zone) => `${name} is in ${zone}`,
    typing: (name) => `${name} is typing…`,
    somebody: 'Somebody else',
  },

  zone: {
    add: (zone) => `Add a note to ${zone}`,
    write: 'Add a note',
    firstQuestion: (question) => `${question} Write just one first.`,
    showExample: 'Show an example',
    example: 'Example',
    broken: 'This block cannot be shown right now',
    empty: 'still empty',
    count: (zone, count) => `${zone}, ${notes(count)}`,
  },
  swot: {
    helps: sheetEn.helps,
    hinders: sheetEn.hinders,
    inside: sheetEn.inside,
    outside: sheetEn.outside,
    insideShort: 'Inside',
    outsideShort: 'Outside',
  },
  tray: {
    name: 'Idea tray',
    hint: sheetEn.trayHint,
    open: 'Open the idea tray',
    close: 'Close the idea tray',
    all: (count) => `See all (${count})`,
    hintShort: 'no place yet',
  },
  legend: { kept: 'on this laptop', stored: 'on the server' },

  note: {
    menu: 'Note options',
    menuOf: (text) => `Note options: ${text}`,
    move: 'Move',
    moveTo: 'Move to…',
    edit: 'Edit',
    remove: 'Delete',
    paper: 'Paper colour',
    finding: 'Finding',
    markFinding: 'Mark as a finding',
    unmarkFinding: 'Not a finding',
    duplicate: 'Duplicate',
    tags: 'Tags',
    from: (zone) => `From ${zone}`,
    toOrigin: (zone) => `See the original in ${zone}`,
    originGone: sheetEn.originGone,
    empty: 'Empty note',
    broken: 'This note cannot be shown right now',
    written: (when) => `Written ${when}`,
    writtenBy: (name, when) =>
      when === null ? `Written by ${name}` : `Written by ${name}, ${when}`,
    changed: (when) => `Changed ${when}`,
    gone: 'Deleted. Type on, and this note comes back.',
    field: 'Words of the note',
    fieldIn: (zone) => `New note in ${zone}`,
    placeholder: 'Write here',
    done: 'Done',
    stick: 'Stick the note',
    editing: 'Edit note',
    colour: (colour) => `Colour: ${colour}`,
  },
  moved: (zone, count) => (count === 1 ? `Moved to ${zone}.` : `${count} notes moved to ${zone}.`),
  taken: (zone) => `Taken to ${zone}. The original stays where it is.`,
  removed: 'Note deleted.',
  removedSeveral: (count) => `${notes(count)} deleted.`,
  addedSeveral: (count) => `${notes(count)} added.`,
  again: 'Do it again',
  overtaken: {
    place: (who, note) => `${who} moved “${note}” too.`,
    colour: (who, note) => `${who} changed the colour of “${note}” too.`,
    removed: (who, note, more) =>
      more === 0 ? `${who} deleted “${note}”.` : `${who} deleted “${note}” and ${more} more.`,
  },
  restored: 'Restore',
  removedByOther: (name, count) =>
    count === 1 ? `${name} deleted this note.` : `${name} deleted ${count} of these notes.`,
  goneMeanwhile: 'Somebody else has just deleted this note.',
  tooLong: (most) => `${most} characters at most. Please split it into several notes.`,
  canvasFull: (most) => `This canvas already holds ${most} notes. Delete some first.`,
  canvasTooLarge: 'There is too much text on this canvas. Shorten the long notes.',
  undone: {
    overtaken: 'Somebody else has changed it, so it was left as it is.',
    changedSince: 'It has been changed since, so it was left as it is.',
  },

  paste: {
    title: (count) => `${count} lines to paste`,
    where: (zone) => `Into ${zone}. Make each line a note?`,
    several: (count) => `Make ${notes(count)}`,
    one: 'Make one note',
  },
  tagging: {
    add: 'Add tag',
    placeholder: 'New tag',
    put: (tag) => `Add tag: ${tag}`,
    take: (tag) => `Remove tag: ${tag}`,
    suggestions: 'Tags already in use',
    full: (most) => `At most ${most} tags.`,
    long: (most) => `A tag is at most ${most} letters long.`,
  },
  strategy: {
    pair: 'Pair',
    pairOf: (codes) => `Pair: ${codes}. Press to change.`,
    pairGone: 'Its paired note was deleted',
    choose: 'Which notes does it pair?',
    most: (count) => `At most ${notes(count)}.`,
    noNotes: 'no notes yet',
    fillFirst: (quadrant) => `Fill ${quadrant} first`,
    coded: (code, note) => `${code}: ${note}`,
    thisWeek: 'This week',
    chooseThisWeek: 'Do it this week',
    notThisWeek: 'Not this week',
  },
  help: {
    open: (zone) => `Help: ${zone}`,
    readAloud: 'Read aloud',
    stopReading: 'Stop reading',
  },

  examples: {
    questions: 'Questions',
    notes: 'Example notes',
    kindLabel: 'Type of business',
    kind: { food: 'Food', service: 'Services', 'craft-retail': 'Crafts, shops' },
  },

  phone: {
    backToMap: 'Back to the map',
    nextUp: 'Next block',
    nextOf: (step, all) => `Block ${step} of ${all}`,
    allFilled: 'Every block has a note',
    allFilledHint: 'You may still add more.',
    map: 'Map of the canvas',
    whereTo: 'Move it where?',
    putHere: 'Put it here',
    isHere: 'it is here now',
    previous: (zone) => `Previous: ${zone}`,
    next: (zone) => `Next: ${zone}`,
  },

  drag: {
    instructions:
      'Enter to edit. Space to lift, arrows to move, Enter to put down, Escape to cancel.',
    role: 'note',
    lifted: (note, zone) => `${note}: lifted from ${zone}.`,
    over: (note, zone) => `${note}: over ${zone}.`,
    overNothing: (note) => `${note}: outside the blocks.`,
    at: (zone, turn, all) => `${zone}, ${turn} of ${all}.`,
    dropped: (note, zone, turn, all) => `${note}: put into ${zone}, ${turn} of ${all}.`,
    cancelled: (note, zone) => `${note}: back in ${zone}.`,
  },
  news: {
    added: (count) => `${notes(count)} added by others.`,
    changed: (count) => `${notes(count)} changed by others.`,
    removed: (count) => `${notes(count)} deleted by others.`,
  },
}
