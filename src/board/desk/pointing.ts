/** Which hand is at work, and what it points at: the mouse by moving, the keys by moving the focus. */
type Hand = 'mouse' | 'keys'

export type Pointing = {
  /** Whose the latest press was. */
  hand(): Hand
  /** Which of the two has pointed at something last. */
  latest(): Hand
  /** What lies under the mouse; null before it has moved, and where it has left the window. */
  underMouse(): Element | null
  start(): () => void
}

export function createPointing(): Pointing {
  let hand: Hand = 'mouse'
  let latest: Hand = 'mouse'
  let mouse: { x: number; y: number } | null = null
  return {
    hand: () => hand,
    latest: () => latest,
    underMouse: () => mouse && document.elementFromPoint(mouse.x, mouse.y),
    start: () =>
      listen({
        keydown() {
          hand = 'keys'
        },
        pointerdown() {
          hand = 'mouse'
        },
        focusin() {
          if (hand === 'keys') latest = 'keys'
        },
        pointermove({ clientX: x, clientY: y }) {
          // Browsers tell of a move, too, where the page has moved under a mouse that rests.
          if (mouse?.x === x && mouse.y === y) return
          mouse = { x, y }
          hand = 'mouse'
          latest = 'mouse'
        },
        pointerout({ relatedTarget }) {
          if (!relatedTarget) mouse = null
        },
      }),
  }
}

type Listeners = { [Type in keyof DocumentEventMap]?: (event: DocumentEventMap[Type]) => void }

/** Hears of everything on the page, before anybody deals with it. */
export function listen(listeners: Listeners): () => void {
  const listening = new AbortController()
  const options = { capture: true, passive: true, signal: listening.signal }
  for (const [type, listener] of Object.entries(listeners)) {
    document.addEventListener(type, listener as EventListener, options)
  }
  return () => listening.abort()
}
