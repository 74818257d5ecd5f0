/** What the block may ask for, and what each parameter may look like; `read-ask.ts` reads them. */
export const ASKS: Readonly<Record<string, RegExp>> = {
  product: /^[1-9]\d{0,15}$/,
  placement: /^[a-z-]{1,40}$/,
}
