/** On a zone's bare paper (`data-bare`): neither on a note nor on a button. */
export const isBare = (target: EventTarget): boolean =>
  target instanceof HTMLElement && 'bare' in target.dataset
