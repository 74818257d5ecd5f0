/** What Shopify itself says of the app in a shop, asked with the stored token: the witness beside a delivery's own word. */
export type Confirmation =
  /** The token is worth nothing, or there is none. */
  | { readonly kind: 'gone' }
  /** The app is in the shop, by this installation. */
  | { readonly kind: 'still-in'; readonly installation: string }
  /** Shopify cannot be asked now. */
  | { readonly kind: 'silent'; readonly why: string }

const HOUR = 60 * 60 * 1000
/** Shopify asks for a shop's deletion 48 hours after the app was removed: so long a merchant may come back to their rules. */
export const GRACE = 48 * HOUR
/** So long a delivery is doubted because Shopify cannot be asked; who does not answer for longer does not let us in either. */
const MOST_SILENCE = 72 * HOUR
/** How soon what is doubted is looked at again. */
const SOON = 60_000
const LATER = 15 * 60_000
/** Shopify tries for four hours to deliver news; a merchant who removes an app and installs it again is faster. */
const NEWS_TRAVEL = 5 * HOUR

/** What we hold of a shop that a delivery wants ended. Times in milliseconds. */
export interface HeldShop {
  /** Since when the app counts as removed; null while it is at work there. */
  readonly leftAt: number | null
  /** Shopify's id of the installation that we know; null where it was never asked. */
  readonly installation: string | null
  /** Since when we know that one; null where we do not. */
  readonly metAt: number | null
}

/** Why what a delivery wants is not done yet. */
export type Unconfirmed = 'still-in' | 'silent' | 'too-soon'

export type Ending =
  /** The app was removed. Where a deletion was asked for, that is looked at again after so many milliseconds. */
  | { readonly kind: 'leave'; readonly forMs: number }
  /** The app was removed and is back, as Shopify's own id of the installation tells. */
  | { readonly kind: 'begin-anew'; readonly installation: string }
  /** News of a removal before the installation that we know of: nothing follows from them any more. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'forget' }
  /** Looked at again after so many milliseconds. */
  | { readonly kind: 'wait'; readonly doubt: Unconfirmed; readonly forMs: number }

/**
 * What follows from a delivery that says that the app was removed (`uninstalled`) or asks for the shop's deletion
 * (`redact-shop`). Neither can be undone, so neither is believed alone: nothing is left or forgotten while the stored token
 * still answers, and what the merchant made outlives the removal by 48 hours of our own clock. Of a shop that we hold nothing
 * of (undefined) the last traces may go. `receivedAt` and `now` are by our own clock.
 */
export function judgeEnding(
  wish: 'uninstalled' | 'redact-shop',
  held: HeldShop | undefined,
  witness: Confirmation,
  receivedAt: number,
  now: number,
): Ending {
  if (!held) return { kind: 'forget' }
  if (witness.kind === 'silent' && now - receivedAt < MOST_SILENCE) return { kind: 'wait', doubt: 'silent', forMs: SOON }
  if (witness.kind === 'still-in') {
    const { installation } = witness
    const waits: Ending = { kind: 'wait', doubt: 'still-in', forMs: LATER }
    if (wish === 'redact-shop' || held.installation === null) return waits
    if (held.installation !== installation) return { kind: 'begin-anew', installation }
    return held.metAt !== null && receivedAt - held.metAt < NEWS_TRAVEL ? { kind: 'nothing' } : waits
  }
  if (wish === 'uninstalled') return { kind: 'leave', forMs: 0 }
  if (held.leftAt === null) return { kind: 'leave', forMs: GRACE }
  const left = held.leftAt + GRACE - now
  return left > 0 ? { kind: 'wait', doubt: 'too-soon', forMs: left } : { kind: 'forget' }
}
