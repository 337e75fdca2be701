import { useMemo } from 'react'
import { encode } from 'uqr'

/** A QR code as one crisp path, black on white in both themes. */
export function QrCode({
  text,
  label,
  size = 240,
}: {
  text: string
  label: string
  size?: number
}) {
  const { path, modules } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 3 })
    let path = ''
    data.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) path += `M${x} ${y}h1v1h-1z`
      })
    })
    return { path, modules }
  }, [text])
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
