import type { WorkshopMessages } from './workshop.id.ts'

type Device = 'phone' | 'laptop'
const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
const notes = (count: number): string => plural(count, 'note', 'notes')
const here = (device: Device): string => (device === 'phone' ? 'on this phone' : 'on this laptop')

export const workshopEn: WorkshopMessages = {
  landing: {
    title: ['Business canvas,', 'made together.'],
    lead: 'Business owners write on their own phones. You watch every canvas, coach them one by one, then print them.',
    create: 'Create a workshop',
    createHint: 'For lecturers and mentors',
    tryExample: 'Try the example',
    tryExampleHint: 'Eleven businesses, not data',
    haveCode: 'Have a code or link?',
    enterCode: 'Enter a code or link',
    join: 'Join',
    haveQr: 'A QR code? Open the camera.',
    facts: ['No account needed', 'Works without internet', 'Light on data'],
    comeBack: 'Come back in',
    artFacilitator: 'Bu Sesilya',
    artMember: 'Bu Yuliana',
    artWrite: 'Add a note',
  },
  sample: {
    making: 'Preparing the example',
    makingHint: 'A copy of your own. Try anything on it.',
  },
  codeField: {
    example: 'BAKSO 47',
    empty: 'Type the code first, such as BAKSO 47.',
    notACode: 'A code is one word and two digits, such as BAKSO 47.',
  },
  mine: {
    title: (device) => (device === 'phone' ? 'Canvases on this phone' : 'Canvases on this laptop'),
    open: 'Open my canvas',
    openShort: 'Open',
    alsoHere: (device) => (device === 'phone' ? 'Also using this phone' : 'Also using this laptop'),
    workshops: 'Your workshops',
    openWorkshop: 'Open the workshop',
    joinWithCode: 'Join with a code',
    stored: 'Saved',
    waiting: (count) => `Waiting for signal · ${notes(count)}`,
    writtenToday: (time) => `Written today ${time}`,
    writtenYesterday: 'Written yesterday',
    writtenOn: (day) => `Written ${day}`,
    nothingYet: 'No notes yet',
    linkReplaced: 'Link was replaced',
    optionsOf: (name) => `Options for ${name}’s canvas`,
    forget: (device) => (device === 'phone' ? 'Forget on this phone' : 'Forget on this laptop'),
    forgetHint: 'It stays on the server.',
    forgetQuestion: (name, device) => `Forget ${name} ${here(device)}?`,
    forgetStored:
      'All notes stay on the server. To open it again you need a link from the facilitator.',
    forgetWaiting: (count) =>
      `${notes(count)} ${count === 1 ? 'has' : 'have'} not been sent and would be lost. Connect to the internet first so that they are sent.`,
    forgetKey:
      'Without the facilitator’s link this workshop can’t be opened from here again. Keep the link first.',
    forgetYes: 'Forget',
    empty: 'No canvases here yet',
    emptyHint: 'Open the link from your facilitator, or enter the join code.',
    notKeeping: (device) =>
      `This ${device} can’t keep anything right now. Keep your link in a safe place.`,
  },
  join: {
    find: 'Find your name',
    typeName: 'Type your name',
    inside: (count) => plural(count, 'name is already inside.', 'names are already inside.'),
    notListed: 'Not listed? Ask the facilitator for a link.',
    nobodyMatches: (typed, taken) =>
      taken === 0
        ? `No name like “${typed}”.`
        : `No “${typed}” among the names that are not inside yet. If you were inside before, open it on the same phone, or ask the facilitator for a link.`,
    everybodyInside: 'Everybody is inside',
    everybodyInsideHint: 'Not in yet? Ask the facilitator for a link.',
    noName: 'Name not written yet',
    confirm: 'Is this you?',
    yes: 'Yes, this is me',
    no: 'Not me',
    opening: 'Opening the canvas',
    taken: (name) =>
      `Somebody else has just chosen ${name}. Choose another name, or ask the facilitator for a link.`,
    codeUnknown: 'This code doesn’t match',
    codeUnknownHint: 'It may have been changed or closed. Look at the screen in front again.',
    tooMany: 'Too many tries',
    tooManyHint: (seconds) => `Wait ${plural(seconds, 'second', 'seconds')}, then try again.`,
    offlineHint: 'Check the Wi-Fi or internet, then try again.',
    looking: 'Looking for the list of names',
  },
  link: {
    opening: 'Opening the canvas',
    openingWorkshop: 'Opening the workshop',
    welcome: (name) => `Welcome, ${name}.`,
    welcomeNameless: 'Welcome.',
    oldLink: 'Old link',
    newLink: 'New link',
    thisLink: 'This link',
    notDevice: (device) => (device === 'phone' ? 'This phone' : 'This laptop'),
    incomplete: 'This link is not complete',
    incompleteWhy: 'Its end was cut off while copying.\nThat happens.',
    incompleteSteps: [
      'Open the message from the facilitator',
      'Press the link, no need to copy it',
    ],
    openWhatsApp: 'Open WhatsApp',
    enterCodeInstead: 'Enter a code instead',
    unknown: 'This link is not known here',
    unknownWhy: 'It may be from another server, or a letter has changed.',
    unknownSteps: ['Open the facilitator’s message again', 'Still the same? Ask for a new link'],
    revoked: 'This link was replaced',
    revokedWhy: 'Ask the facilitator for a new link.\nThe notes are still there.',
    revokedForFacilitator:
      'This facilitator’s link was revoked. Ask another facilitator for a new one.',
    unsentSafe: (count, device) =>
      `${notes(count)} not sent yet ${count === 1 ? 'is' : 'are'} safe ${here(device)}.`,
    allSent: 'All notes were sent and are still there.',
    askForLink: 'Ask on WhatsApp',
    askMessage: (name, title) =>
      `This is ${name} from ${title}. The link to my canvas was replaced. May I have a new one?`,
    seeHere: (device) => `See the canvas ${here(device)}`,
    offline: 'Not connected yet',
    offlineWhy: {
      canvas: (device) =>
        `This canvas was never opened ${here(device)}. Connect to the Wi-Fi or internet first.`,
      workshop: (device) =>
        `This workshop was never opened ${here(device)}. Connect to the Wi-Fi or internet first.`,
      page: () => 'This page has not loaded yet. Connect to the Wi-Fi or internet first.',
    },
    outdated: 'New version available',
    outdatedWhy: 'Update first so that notes are sent. Everything is safe.',
    update: 'Update',
    missing: 'This canvas can’t be found yet',
    missingWhy: 'Open it again with the link from the facilitator.',
    workshopNotHere: 'This workshop was not opened here yet',
    workshopNotHereWhy: 'Open it with the facilitator’s link, or paste that link below.',
    pasteLink: 'Link or code',
    serverTrouble: 'It can’t be opened yet',
  },
  canvas: {
    allCanvases: 'All canvases',
    print: 'Print canvas',
    printLoading: 'Preparing the print page',
    printOutdated: 'There is a new version. Update first, then print.',
    printOffline: 'The print page has not loaded. Connect to the internet, then try again.',
  },
  trouble: {
    offline: 'Not connected yet. Check the Wi-Fi or internet, then try again.',
    serverFull: 'The server can’t save right now. Its disk may be full.',
    damaged: {
      canvas: 'This canvas is damaged on the server.',
      workshop: 'This workshop is damaged on the server.',
      forFacilitator: 'Restore a backup on the laptop it runs on; the README says how.',
      forOthers: 'Tell the facilitator, who can restore a backup.',
    },
    crowded: 'The server is full right now. It tries again by itself.',
    tooManyTries: (seconds) =>
      `Too many tries. Try again in ${plural(seconds, 'second', 'seconds')}.`,
    tooManyMembers: 'As many members as one workshop holds are in it.',
    tooLarge: 'That is too much at once. Shorten it, then try again.',
    linkGone: 'This link was changed. Ask the facilitator for a new one.',
    notAllowed: 'This link may not do that. Use the facilitator’s link.',
    gone: 'That is not there any more. Load this page again.',
    outdated: 'This page and the server do not understand each other. Load the page again.',
    other: 'Something is wrong on the server. Try again in a moment.',
  },
}
