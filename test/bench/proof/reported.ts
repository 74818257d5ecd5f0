/** What one part of the proof found: figures, what a plain way gives beside them, and which bounds were missed. */
export interface Reported {
  readonly figures: Readonly<Record<string, number>>
  readonly baseline?: Readonly<Record<string, number>>
  readonly misses: readonly string[]
}

export const ALPHA = 0.05

/** Of what a shop is told, for all of them. */
export const shareOf = (found: number, of: number) => Math.round((1e4 * found) / Math.max(of, 1)) / 1e4
export const rounded = (value: number) => Number(value.toPrecision(4))
export const percent = (share: number) => `${rounded(share * 100)} %`

/** A miss, if the bound is not kept. */
export function missIf(isMissed: boolean, miss: string): string[] {
  return isMissed ? [miss] : []
}
