import type { WorkshopMessages } from './workshop.id.ts'

export const workshopEn: WorkshopMessages = {
  landing: {
    title: ['The business canvas,', 'made together.'],
    lead: 'Business owners write on their own phones. You watch every canvas, coach them one by one, and print them.',
    create: 'Create a workshop',
    createHint: 'For lecturers and mentors',
    tryExample: 'Try the example',
    tryExampleHint: 'Eleven businesses, not data',
    haveCode: 'Have a code?',
    enterCode: 'Enter the code',
    join: 'Join',
    haveQr: 'Have a QR code? Open the phone’s camera.',
    facts: ['No account needed', 'Works without internet', 'Light on data'],
    mine: (device) => (device === 'phone' ? 'Canvases on this phone' : 'Canvases on this laptop'),
    comeBack: 'Come back in',
    artFacilitator: 'Bu Sesilya',
    artMember: 'Bu Yuliana',
    artWrite: 'Add a note',
  },
  sample: {
    making: 'Preparing the example',
    makingHint: 'A copy of your own. Scribble on it freely.',
  },
  codeField: {
    example: 'BAKSO 47',
    empty: 'Type the code first. For example: BAKSO 47.',
    notACode: 'A code is one word and two digits, such as BAKSO 47.',
  },
  trouble: {
    offline: 'Not connected yet. Check the Wi-Fi or internet, then try again.',
    serverFull: 'The server can’t save right now. Its disk is full.',
    tooManyTries: (seconds) =>
      `Too many tries. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    other: 'Something is wrong on the server. Try again in a moment.',
  },
}
