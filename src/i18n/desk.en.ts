import type { DeskMessages } from './desk.id.ts'

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

export const deskEn: DeskMessages = {
  present: 'Present',
  shortcuts: 'Keyboard shortcuts',

  selection: {
    label: 'Selected notes',
    count: (count) => `${notes(count)} selected`,
    clear: 'Clear selection',
  },

  take: {
    word: 'Take',
    title: 'Take from the canvas',
    open: (quadrant) => `Take from the canvas into ${quadrant}`,
    into: 'Into',
    hint: 'Press, or drag to a quadrant. The original stays in the BMC.',
    here: 'Already here',
    hereAlready: (note, quadrant) => `${note}: already in ${quadrant}`,
    takeNote: (note, quadrant) => `Take into ${quadrant}: ${note}`,
    emptyBlock: 'Still empty',
    nothing: 'These blocks are still empty. Fill them in the BMC first.',
    map: 'BMC blocks',
    count: (block, count) => `${block}, ${notes(count)}`,
  },

  tows: {
    lead: 'Bring one note from above and one from the left together. What is the step?',
    joins: (first, second) => `${first} and ${second}`,
    sourceEmpty: 'No notes in the SWOT yet',
  },

  note: {
    fromOtherTab: 'Taken as a copy',
  },

  presenting: {
    label: 'Projector view',
    leave: 'Leave (Esc)',
    page: (page, pages) => `${page} of ${pages}`,
    more: (count) => `${count} more`,
    empty: 'Still empty. Who goes first?',
    steps: 'Blocks',
  },

  keys: {
    title: 'Keyboard shortcuts',
    groups: {
      write: 'Writing',
      walk: 'Walking about',
      carry: 'Moving',
      several: 'Several at once',
      all: 'More',
    },
    rows: {
      add: 'New note in the block pointed at',
      edit: 'Edit a note',
      nextLine: 'New note below it',
      line: 'New line',
      close: 'Finish writing',
      paste: 'Paste lines as notes',
      duplicate: 'Duplicate a note',
      remove: 'Delete a note',
      arrows: 'To the note or block beside it',
      menu: 'Note options',
      lift: 'Lift, then arrows to move',
      drop: 'Put down',
      cancel: 'Cancel, back to its place',
      toggle: 'Select a note or not',
      selectZone: 'Select all in this block',
      box: 'Select what the frame touches',
      undo: 'Undo',
      redo: 'Redo',
      print: 'Print a PDF',
      tabs: 'BMC, SWOT, Strategies',
      help: 'This list',
    },
    space: 'Space',
    arrows: 'Arrows',
    click: 'Click',
    drag: 'Drag on empty paper',
    doubleClick: 'Double-click',
  },
}
