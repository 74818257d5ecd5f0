import type { Minor } from '#app/commerce/money.ts'

/** Some pieces of one line that cost the same less. */
export interface Grant {
  readonly quantity: number
  readonly off: Minor
}
