/**
 * Stands in for html2canvas, canvg and dompurify, which jsPDF loads only for `.html()` and
 * `addSvgAsImage()`. We call neither, and a phone must not download them (vite.config.ts).
 */
export default undefined
