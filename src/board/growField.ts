/** Chrome since 2024: a field is as high as its words by style alone, without a layout for each letter. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content')

/** Makes a field of `field-sizing: content` as high as its words where the browser does not know that style. */
export function growField(field: HTMLTextAreaElement): void {
  if (GROWS_BY_ITSELF) return
  const border = field.offsetHeight - field.clientHeight
  field.style.height = '0'
  field.style.height = `${field.scrollHeight + border}px`
}
