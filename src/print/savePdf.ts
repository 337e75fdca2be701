/** Hands a finished PDF to the person: by the phone's share sheet, or as a download. */
import { pdfFileName } from './fileName.ts'

const fileOf = (pdf: Uint8Array, title: string): File =>
  new File([pdf.slice()], pdfFileName(title), { type: 'application/pdf' })

/** In-app browsers ignore downloads of blobs, so where fingers rule and files can be shared, that comes first. */
export function canSharePdf(): boolean {
  if (typeof navigator.canShare !== 'function' || !matchMedia('(pointer: coarse)').matches) {
    return false
  }
  return navigator.canShare({ files: [fileOf(new Uint8Array(), 'x')] })
}

/** False: the person thought better of it, or the phone refused; then a download may still do. */
export async function sharePdf(pdf: Uint8Array, title: string): Promise<boolean> {
  try {
    await navigator.share({ files: [fileOf(pdf, title)], title })
    return true
  } catch {
    // AbortError when dismissed, NotAllowedError when the phone says no: nothing is lost either way
    return false
  }
}

const KEPT_MS = 60_000

export function downloadPdf(pdf: Uint8Array, title: string) {
  const file = fileOf(pdf, title)
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // Some browsers read the bytes only after asking where to put them.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
