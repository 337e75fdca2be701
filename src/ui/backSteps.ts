/**
 * The phone's own back step closes what lies on top: each open layer (a zone, the field in it, a sheet) is one entry of the
 * browser's history, at the same address. An entry says how many layers lie under it and its own, and may keep a mark,
 * which is still there after a reload.
 */
export type BackLayer = {
  /** Takes the layer off the screen. */
  close(): void
  mark?: Record<string, unknown>
}

type Entry = { layers?: number } & Record<string, unknown>

const layers: BackLayer[] = []
/** A step back of our own is on its way: it takes effect later. */
let stepping = false

const entry = (): Entry => (history.state as Entry | null) ?? {}
const layersHere = (): number => entry().layers ?? 0

/** Puts a layer on top. The returned function says that it is gone, however it went. */
export function addLayer(layer: BackLayer): () => void {
  layers.push(layer)
  if (!stepping) addEntries()
  return () => {
    const at = layers.indexOf(layer)
    if (at >= 0) layers.splice(at, 1)
    settleSoon()
  }
}

/** Writes a layer's mark anew, as when another zone has taken the place of the first. */
export function remark(layer: BackLayer): void {
  const at = layers.indexOf(layer)
  if (at >= 0 && layersHere() === at + 1) {
    history.replaceState({ ...entry(), ...layer.mark }, '')
  }
}

/** What the present entry was marked with, as before a reload. */
export const markHere = (key: string): unknown => entry()[key]

/**
 * Brings the history to as many entries as there are layers. Later: a layer that opens as another closes takes over its
 * entry, and a reload may have left some behind.
 */
export function settleSoon(): void {
  clearTimeout(settling)
  settling = setTimeout(settle)
}
let settling: ReturnType<typeof setTimeout> | undefined

function settle(): void {
  if (stepping) return
  const most = layersHere() - layers.length
  if (most > 0) {
    stepping = true
    history.go(-most)
  } else addEntries()
}

function addEntries(): void {
  for (let count = layersHere() + 1; count <= layers.length; count++) {
    history.pushState({ ...entry(), ...layers[count - 1]?.mark, layers: count }, '')
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    if (!stepping) while (layers.length > layersHere()) layers.pop()?.close()
    stepping = false
    settleSoon()
  })
}
