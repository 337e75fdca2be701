/**
 * The browser makes a click of a short touch, also of one that lifted a note. The library holds clicks back for 50 ms after
 * the end of a drag, and a busy phone sends this one later: it would press what lies under the finger by then.
 */
export function swallowLateClick(): void {
  const onClick = (event: MouseEvent) => {
    // A key's click counts no presses.
    if (event.detail === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    stop()
  }
  // A click after a new press is that press's own.
  const stop = () => {
    window.removeEventListener('click', onClick, true)
    window.removeEventListener('pointerdown', stop, true)
    window.removeEventListener('touchstart', stop, true)
  }
  window.addEventListener('click', onClick, true)
  window.addEventListener('pointerdown', stop, true)
  window.addEventListener('touchstart', stop, true)
}
