import type { Installation } from '../../simulator/admin/installation.ts'

/** What the app asked of the shop for a while. Times in milliseconds of `performance.now`. */
export interface Watched {
  readonly calls: number
  readonly points: number
  /** Calls that were turned away because too few points were left. */
  readonly turnedAway: number
  /** Of which metafields were sent, whether they changed anything or not. */
  readonly products: ReadonlySet<string>
  /** When the first call that wrote beside products was answered, and the last; undefined where there was none. */
  readonly writes: { readonly first: number; readonly last: number } | undefined
}

interface Sent {
  readonly ownerId: string
}

export interface Watch {
  /** How many products have been written so far. */
  readonly written: () => number
  readonly stop: () => Watched
}

/** Watches until it is stopped. */
export function watchWrites({ calls: source }: Pick<Installation, 'calls'>): Watch {
  let calls = 0
  let points = 0
  let turnedAway = 0
  const products = new Set<string>()
  let writes: Watched['writes']
  const end = source.listen((call) => {
    calls += 1
    points += call.points
    if (call.isThrottled) turnedAway += 1
    if (call.isThrottled || !call.fields.includes('metafieldsSet')) return
    const sent = (call.variables['metafields'] as readonly Sent[]).filter(({ ownerId }) => ownerId.includes('/Product/'))
    if (sent.length === 0) return
    for (const { ownerId } of sent) products.add(ownerId)
    const now = performance.now()
    writes = { first: writes?.first ?? now, last: now }
  })
  return {
    written: () => products.size,
    stop() {
      end()
      return { calls, points, turnedAway, products, writes }
    },
  }
}
