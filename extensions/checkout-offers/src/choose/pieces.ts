/** How many of a variant this shopper can buy at once. */
export interface QuantityRule {
  readonly minimum: number
  readonly maximum: number | null
  readonly increment: number
}

/** As many as are wanted, within what a quantity rule allows, just as the theme's card has it. */
export function piecesWithin(wanted: number, { minimum, maximum, increment }: QuantityRule): number {
  const atLeast = Math.max(wanted, minimum)
  const stepped = Math.ceil(atLeast / Math.max(increment, 1)) * Math.max(increment, 1)
  return maximum === null ? stepped : Math.min(stepped, maximum)
}
