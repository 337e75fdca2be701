import type { BoardMessages, DeviceWord } from './board.id.ts'

const here = (device: DeviceWord) => (device === 'phone' ? 'this phone' : 'this laptop')
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

export const boardEn: BoardMessages = {
  tabs: { bmc: 'BMC', swot: 'SWOT' },
  tabsLabel: 'Sheets',
  tabLong: { bmc: 'Business model canvas', swot: 'SWOT', tows: 'Strategies' },
  notes,
  allCanvases: 'All canvases',
  print: 'Print',
  undo: 'Undo',
  redo: 'Redo',

  save: {
    connecting: 'Connecting',
    reconnecting: 'Reconnecting',
    saved: 'Saved',
    sending: 'Sending',
    offline: 'Waiting for signal',
    serverFull: (device) => `Safe on ${here(device)}`,
    cannotKeep: 'Not kept yet',
    tooOld: 'New version available',
    closed: 'This link was changed',
    full: 'The canvas is full',
    stopped: 'Not sent yet',
    readOnly: 'Read only',
  },
  saveSentence: {
    connecting: (device) => `Connecting. Your notes are safe on ${here(device)}.`,
    saved: (device) =>
      device === 'phone'
        ? 'Sent and kept. Safe even if the phone is lost.'
        : 'Sent and kept. Safe even if this laptop breaks.',
    sending: (device) => `Kept on ${here(device)}, being sent.`,
    offline: (count, device) =>
      count === 0
        ? 'All notes have been sent. Waiting for signal.'
        : `${notes(count)} safe on ${here(device)}, waiting for signal.`,
    serverFull: (device) => `Safe on ${here(device)}. The server cannot save yet.`,
    cannotKeep: 'Not kept yet. Please do not close this page.',
    tooOld: (device) => `Safe on ${here(device)}. Update, so that it is sent.`,
    newerCanvas: 'A newer version wrote this canvas. Please update first.',
    closed: (device) => `Safe on ${here(device)}. Ask the facilitator for a new link.`,
    full: 'This canvas is full. Delete some notes first.',
    stopped: (device) => `Safe on ${here(device)}. Open it again, so that it is sent.`,
    readOnly: 'This link is for looking only.',
  },
  banner: {
    offline: (device) => ['No signal.', `Keep writing, everything is kept on ${here(device)}.`],
    serverFull: (device) => [
      'The server cannot save yet.',
      device === 'phone' ? 'Keep writing.' : 'Its disk is full. Free some space, then try again.',
    ],
    cannotKeep: (device) => [
      device === 'phone' ? 'This phone cannot save yet.' : 'This laptop cannot save yet.',
      'Please do not close this page.',
    ],
    tooOld: (device) => [
      'Update first',
      device === 'phone'
        ? 'so that your notes are sent.'
        : 'so that your notes are sent. Everything stays safe on this laptop.',
    ],
    newerCanvas: () => ['Update first.', 'A newer version wrote this canvas.'],
    closed: (device) => [
      'This link was changed.',
      `Ask the facilitator for a new one. Your notes are safe on ${here(device)}.`,
    ],
    full: () => ['This canvas is full.', 'Delete some notes first.'],
    stopped: (device) => [
      'Not sent yet.',
      `Your notes are safe on ${here(device)}. Open this canvas again.`,
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
    helps: 'Helps',
    hinders: 'Hinders',
    inside: 'From inside the business',
    outside: 'From outside',
    insideShort: 'Inside',
    outsideShort: 'Outside',
  },
  tray: {
    name: 'Idea tray',
    hint: 'Notes that do not know their place yet',
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
    from: (zone) => `From ${zone}`,
    empty: 'Empty note',
    broken: 'This note cannot be shown right now',
    writtenBy: (name) => `Written by ${name}`,
    field: 'Words of the note',
    fieldIn: (zone) => `New note in ${zone}`,
    placeholder: 'Write here',
    done: 'Done',
    stick: 'Stick the note',
    editing: 'Edit note',
    colour: (colour) => `Colour: ${colour}`,
  },
  moved: (zone) => `Moved to ${zone}.`,
  removed: 'Note deleted.',
  restored: 'Restore',
  removedByOther: (name) => `${name} deleted this note.`,
  goneMeanwhile: 'Somebody else has just deleted this note.',
  tooLong: (most) => `${most} characters at most. Please split it into several notes.`,
  canvasFull: (most) => `This canvas already holds ${most} notes. Delete some first.`,
  canvasTooLarge: 'There is too much text on this canvas. Shorten the long notes.',
  undone: { overtaken: 'Somebody else has changed it, so it was left as it is.' },

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
