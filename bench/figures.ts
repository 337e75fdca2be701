/** How benchmarks sum up what they measured. */

/** @param share 0.5: the median; 0.95: all but the slowest twentieth. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const p95 = (figures: readonly number[]): number => quantile(figures, 0.95)

export const ratio = (ours: readonly number[], floor: readonly number[]): string =>
  `${(p95(ours) / p95(floor)).toFixed(2)}×`
