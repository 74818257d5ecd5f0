/** What the doctor found of one thing. */
export type Finding =
  | { readonly kind: 'well'; readonly what: string; readonly says: string }
  /** `mend` says what to do. */
  | { readonly kind: 'ill'; readonly what: string; readonly says: string; readonly mend: string }
  /** It cannot be known from here; `mend` says how it can be seen. */
  | { readonly kind: 'unknown'; readonly what: string; readonly says: string; readonly mend: string }

const SIGNS = { well: '✓', ill: '✗', unknown: '?' } as const

export const well = (what: string, says: string): Finding => ({ kind: 'well', what, says })
export const ill = (what: string, says: string, mend: string): Finding => ({ kind: 'ill', what, says, mend })
export const unknown = (what: string, says: string, mend: string): Finding => ({ kind: 'unknown', what, says, mend })

export function lineOf(finding: Finding): string {
  const { kind, what, says } = finding
  return `${SIGNS[kind]} ${what}: ${says}${kind === 'well' ? '' : ` ${finding.mend}`}`
}
