import { headNumberEn } from './headNumber.ts'
import type { PrintMessages } from './print.id.ts'
import { sheetEn } from './sheet.en.ts'

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

export const printEn: PrintMessages = {
  page: {
    ...sheetEn,
    bmc: 'Business Model Canvas',
    swot: 'SWOT',
    tows: 'Strategies (TOWS)',
    continued: (zones) => `Continued: ${zones.join(', ')}`,
    continuedZone: 'Continued',
    finding: 'New finding',
    thisWeek: 'This week',
    towsHint: 'Each strategy brings together one note above and one note on the left.',
    legend: 'What colours mean',
    example: 'Example',
    restOnPage: (notes, isBegun, page) => {
      const word = plural(notes, 'note', 'notes')
      if (!isBegun) return `${notes} more ${word} on page ${page}`
      return `Continues on page ${page}${notes > 0 ? ` (+${notes} ${word})` : ''}`
    },
    cutBelow: 'continues',
    cutAbove: 'continued',
    attribution: 'Business Model Canvas: Strategyzer AG, CC BY-SA 3.0 · strategyzer.com',
    number: (page, pages) => `${page} / ${pages}`,
    canvasOf: (names) => ['Canvas', names.join(' - ')].join(' ').trim(),
  },
  dialog: {
    title: 'Print canvas',
    close: 'Close',
    back: 'Back to the canvas',
    pages: 'Pages',
    empty: 'still empty',
    summary: (pages, size) => `${pages} ${plural(pages, 'page', 'pages')} · A4 landscape · ${size}`,
    kilobytes: (count) => `${count} KB`,
    choosePage: 'Choose a page first.',
    download: 'Download PDF',
    share: 'Send or save PDF',
    downloaded: 'Look in Downloads. Not there? Open this page in Chrome.',
    preparing: 'Preparing pages',
    preparingPage: (page, pages) => `Preparing page ${page} of ${pages}`,
    failed: 'Printing is not ready yet',
    failedHint: 'Your notes are safe. Connect to the internet, then try again.',
    broken: 'The PDF is not ready yet',
    brokenHint: 'Your notes are safe. Try again in a moment.',
    tryAgain: 'Try again',
    preview: (page, at, of) => `${page}, page ${at} of ${of}`,
    pageAt: (at, of) => `${at} of ${of}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    missing: (count) =>
      `${headNumberEn(count)} ${plural(count, 'sign is', 'signs are')} missing from the printed face`,
    missingHint: 'Printed as a small box.',
    moreSigns: (count) => `+${count} more`,
    inHead: 'at the head of the page',
    edit: 'Edit',
    editNote: (text) => `Edit note ${text}`,
  },
}
