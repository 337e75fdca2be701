/** The two printed faces, fetched when somebody prints. Static TTF files: jsPDF embeds nothing else. */

import semiboldUrl from '@expo-google-fonts/plus-jakarta-sans/600SemiBold/PlusJakartaSans_600SemiBold.ttf?url'
import boldUrl from '@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf?url'
import type { FaceBytes } from './preparePrint.ts'

/** How the preview names them: never mixed up with the screen's own subset of the same face. */
export const PREVIEW_FAMILY = 'Guyub Print'

const CSS_WEIGHTS = { semibold: '600', bold: '700' } as const

/** @throws when a file can't be fetched. */
export async function loadFaces(): Promise<FaceBytes> {
  const [semibold, bold] = await Promise.all([fetchFace(semiboldUrl), fetchFace(boldUrl)])
  const faces = { semibold, bold }
  await Promise.all([showFace('semibold', faces), showFace('bold', faces)])
  return faces
}

async function fetchFace(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`a face answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Makes a face known to the page; once is enough, however often somebody prints. */
async function showFace(weight: 'semibold' | 'bold', faces: FaceBytes) {
  const known = [...document.fonts].some(
    (face) =>
      face.family.replaceAll('"', '') === PREVIEW_FAMILY && face.weight === CSS_WEIGHTS[weight],
  )
  if (known) return
  const bytes = faces[weight].slice().buffer
  const face = new FontFace(PREVIEW_FAMILY, bytes, { weight: CSS_WEIGHTS[weight] })
  document.fonts.add(await face.load())
}
