/** One to three digits, then groups of three behind spaces or apostrophes, or behind commas or points where the other one ends them. */
const GROUPED = [
  /^(-?\d{1,3}(?:[\s\u00a0\u202f'’]\d{3})+)(?:[.,](\d+))?$/u,
  /^(-?\d{1,3}(?:,\d{3})+)\.(\d+)$/,
  /^(-?\d{1,3}(?:\.\d{3})+),(\d+)$/,
  /^(-?\d{1,3}(?:,\d{3}){2,})$/,
  /^(-?\d{1,3}(?:\.\d{3}){2,})$/,
]
const PLAIN = /^(-?\d+)(?:[.,](\d*))?$/

/**
 * The plain text of a number, with a point before its decimals; undefined where it is none, or could be two: a lone comma before three
 * digits is a thousand to one reader and a decimal to another, whatever the language.
 */
export function plainDecimal(text: string): string | undefined {
  const typed = text.trim().replace(/^[\u2212\u2013]/, '-')
  if (/^-?\d{1,3},\d{3}$/.test(typed)) return undefined
  const found = GROUPED.map((form) => form.exec(typed)).find((one) => one !== null) ?? PLAIN.exec(typed)
  if (!found) return undefined
  const whole = found[1]!.replace(/[^\d-]/g, '')
  return found[2] ? `${whole}.${found[2]}` : whole
}

export function readDecimal(text: string): number | undefined {
  const plain = plainDecimal(text)
  return plain === undefined ? undefined : Number(plain)
}
