import type { DeviceWord, SaveMessages } from './save.id.ts'

const here = (device: DeviceWord) => (device === 'phone' ? 'this phone' : 'this laptop')
const keepsNot = (device: DeviceWord) =>
  device === 'phone' ? 'This phone cannot save yet.' : 'This laptop cannot save yet.'
const DONT_CLOSE = 'Please do not close this page.'
const safeHere = (device: DeviceWord, safe: boolean) =>
  safe ? `Safe on ${here(device)}.` : DONT_CLOSE
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

export const saveEn: SaveMessages = {
  label: {
    connecting: 'Connecting',
    reconnecting: 'Reconnecting',
    stored: 'Saved',
    sending: 'Sending',
    offline: 'Waiting for signal',
    hereOnly: (device, safe) => (safe ? `Safe on ${here(device)}` : 'Not kept yet'),
    crowded: 'The server is full',
    lacking: 'Not complete yet',
    cannotKeep: 'Not kept yet',
    tooOld: 'New version available',
    closed: 'This link was changed',
    full: 'The canvas is full',
    stopped: 'Not sent yet',
    readOnly: 'Read only',
  },
  sentence: {
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
    serverDamaged: (device, safe) =>
      `${safeHere(device, safe)} This canvas is damaged on the server. The facilitator can restore it from a backup; the README says how.`,
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
        ? 'Its disk may be full. Check the laptop it runs on, then try again.'
        : safe
          ? 'Keep writing.'
          : DONT_CLOSE,
    ],
    serverDamaged: (device, safe) => [
      'This canvas is damaged on the server.',
      `${safeHere(device, safe)} ${
        device === 'laptop'
          ? 'Facilitators can restore a backup: README.'
          : 'Tell the facilitator, who can restore a backup.'
      }`,
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
}
