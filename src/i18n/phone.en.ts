import type { PhoneMessages } from './phone.id.ts'

export const phoneEn: PhoneMessages = {
  around: 'The blocks before and after',
  swipe: 'swipe',
  turn: (turn, all) => `${turn}/${all}`,

  selection: {
    bar: 'For the chosen notes',
    count: (count) => (count === 0 ? 'Press notes' : `${count} chosen`),
    stop: 'Stop choosing',
    select: (note) => `Choose: ${note}`,
  },

  move: {
    several: (count) => `${count} notes`,
    copyTo: (tab) => `Copy to ${tab}…`,
    copyGoes: (tab) => `A copy goes here. The original stays in ${tab}.`,
    back: 'Let go here to cancel',
  },

  take: {
    open: 'Take from the canvas',
    hint: 'Press a note. The original stays in the BMC.',
    here: 'Already here',
    done: 'Taken.',
    takeNote: (note) => `Take: ${note}`,
    others: 'Other blocks',
    nothing: 'The BMC is still empty. Fill it first.',
  },

  strategy: {
    cell: (letters) => `${letters} strategy`,
    pair: 'Pair',
    pairHint: 'Press one on the left, one on the right. Then write the step.',
    write: 'Add a step',
  },
}
