/** Why it is not known in which arm an order's shopper was. */
const WHY = ['not-measured', 'elsewhere', 'no-visit', 'came-by-nothing', 'too-long-ago'] as const
export type Why = (typeof WHY)[number]

/** What the block tells of an order. */
export interface BlockStory {
  readonly arm: { readonly kind: 'shown' } | { readonly kind: 'held-out' } | { readonly kind: 'unknown'; readonly why: Why }
  /** What offers sold: its title, null once deleted, and the rule's name where a rule did. */
  readonly sold: readonly { readonly title: string | null; readonly rule: string | null }[]
  /** Products that slots had to show, by what became of them. */
  readonly counts: Readonly<Record<Counted, number>>
}

export const COUNTED = ['passed-over', 'bought-elsewhere', 'held-out'] as const
export type Counted = (typeof COUNTED)[number]

type Raw = Readonly<Record<string, unknown>>

/**
 * Reads what the app tells of an order; undefined where it is no such thing. What a later version of the app may say beyond this is
 * passed over: a block lives on in a browser while the app is renewed.
 */
export function readStory(told: unknown): BlockStory | undefined {
  if (!isRaw(told)) return undefined
  const { arm, lines, offers } = told
  const known = isRaw(arm) ? readArm(arm) : undefined
  if (!known || !Array.isArray(lines) || !Array.isArray(offers)) return undefined
  const sold = lines.filter(isRaw).flatMap(({ title, origin }) => {
    if (!isRaw(origin) || origin['kind'] !== 'sold') return []
    const author = isRaw(origin['from']) ? origin['from']['author'] : undefined
    return [{ title: textOrNull(title), rule: isRaw(author) ? textOrNull(author['name']) : null }]
  })
  const products = (kind: Counted) =>
    new Set(offers.filter(isRaw).flatMap(({ product, outcome }) => (isRaw(outcome) && outcome['kind'] === kind ? [product] : []))).size
  return {
    arm: known,
    sold,
    counts: { 'passed-over': products('passed-over'), 'bought-elsewhere': products('bought-elsewhere'), 'held-out': products('held-out') },
  }
}

function readArm({ kind, why }: Raw): BlockStory['arm'] | undefined {
  if (kind === 'shown' || kind === 'held-out') return { kind }
  const known = WHY.find((one) => one === why)
  return kind === 'unknown' && known ? { kind, why: known } : undefined
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
