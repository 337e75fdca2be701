/** A carried note that waits over a tab opens it. */
import type { TabId } from '../../model/zones.ts'
import type { Point } from '../spatial.ts'

/** Longer than passing over it, shorter than wondering. */
const WAIT_MS = 450

type Opener = { tab: TabId; element: HTMLElement; box: DOMRect }
type TabOpening = { at(point: Point | null): void; stop(): void }

export function createTabOpening(open: (tab: TabId) => void): TabOpening {
  let openers: Opener[] | null = null
  let over: Opener | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const leave = () => {
    clearTimeout(timer)
    over?.element.removeAttribute('data-waiting')
    over = null
  }
  return {
    at(point) {
      // On a phone they come with the map, after the lift.
      if (!openers?.length) openers = findOpeners()
      const found = point && openers.find(({ box }) => isInside(point, box))
      if (found === over || (!found && !over)) return
      leave()
      if (!found) return
      over = found
      found.element.setAttribute('data-waiting', '')
      timer = setTimeout(() => {
        leave()
        open(found.tab)
      }, WAIT_MS)
    },
    stop() {
      leave()
      openers = null
    },
  }
}

const findOpeners = (): Opener[] =>
  [...document.querySelectorAll<HTMLElement>('[data-tab]')].map((element) => ({
    tab: element.dataset.tab as TabId,
    element,
    box: element.getBoundingClientRect(),
  }))

const isInside = ({ x, y }: Point, box: DOMRect): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
