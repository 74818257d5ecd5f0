import { PLACEMENTS, type About, type Placement, type SlotMix } from '#app/commerce/placement.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { Filler, type Who } from './filler.tsx'
import type { Share } from './share.server.ts'

interface PagePictureProps {
  readonly placement: Placement
  readonly slots: readonly SlotMix[]
  readonly shares: readonly Share[]
}

const CARDS = 4
const GREY = 'var(--p-color-bg-surface-tertiary)'

/** Rows of grey: each the widths of its parts, in hundredths, and its height. */
type Rows = readonly { readonly parts: readonly number[]; readonly height: number }[]

/** What of a page is not ours, by what the page is about. */
const SURROUNDINGS: Readonly<Record<About, Rows>> = {
  product: [{ parts: [48, 44], height: 44 }],
  cart: [
    { parts: [16, 76], height: 16 },
    { parts: [16, 76], height: 16 },
  ],
  order: [
    { parts: [54, 38], height: 16 },
    { parts: [54, 38], height: 16 },
  ],
  shop: [{ parts: [96], height: 36 }],
}

/** And of pages that people know by another look. */
const OWN_LOOK: Partial<Readonly<Record<Placement, Rows>>> = {
  'cart-drawer': [{ parts: [20, 72], height: 16 }],
  collection: [
    { parts: [22, 22, 22, 22], height: 20 },
    { parts: [22, 22, 22, 22], height: 20 },
  ],
  search: [
    { parts: [96], height: 10 },
    { parts: [22, 22, 22, 22], height: 20 },
  ],
  checkout: [
    { parts: [54, 38], height: 10 },
    { parts: [54, 38], height: 10 },
    { parts: [54, 38], height: 10 },
  ],
  'thank-you': [
    { parts: [54, 38], height: 16 },
    { parts: [54], height: 10 },
  ],
  account: [
    { parts: [46, 46], height: 26 },
    { parts: [46, 46], height: 26 },
  ],
}

/** A small drawing of a page with its slots, each card by who fills it. */
export function PagePicture({ placement, slots, shares }: PagePictureProps) {
  const { say } = useWords()
  const { about, placedBy } = PLACEMENTS[placement]
  // A drawer takes a part of the page's width.
  const isNarrow = placedBy === 'embed'
  return (
    <div
      role="img"
      aria-label={say('placements.picture', { placement: say(`placement.${placement}`), slots: slots.length })}
      style={{
        width: 168,
        flex: 'none',
        marginInlineStart: isNarrow ? 56 : 0,
        maxWidth: isNarrow ? 112 : undefined,
        padding: 8,
        border: '1px solid var(--p-color-border)',
        borderRadius: 'var(--p-border-radius-200)',
        background: 'var(--p-color-bg-surface)',
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
      }}
    >
      <span style={{ height: 6, borderRadius: 3, background: GREY }} />
      {(OWN_LOOK[placement] ?? SURROUNDINGS[about]).map(({ parts, height }, row) => (
        <span key={row} style={{ display: 'flex', gap: '4%' }}>
          {parts.map((width, at) => (
            <span key={at} style={{ width: `${width}%`, height, borderRadius: 3, background: GREY }} />
          ))}
        </span>
      ))}
      {slots.map((slot, at) => (
        <span
          key={at}
          style={{
            display: 'flex',
            justifyContent: 'space-between',
            padding: 4,
            border: '1px solid var(--p-color-border-emphasis)',
            borderRadius: 4,
          }}
        >
          {fillersOf(
            slot,
            shares.find((share) => share.slot === at),
          ).map((who, card) => (
            <Filler key={card} who={who} size={isNarrow ? 16 : 26} />
          ))}
        </span>
      ))}
    </div>
  )
}

/** Who fills a slot's cards: as the shop's pages show it today where they do, and else as it is meant to be. */
function fillersOf({ lock, sources }: SlotMix, share: Share | undefined): Who[] {
  if (lock === 'off') return Array<Who>(CARDS).fill('nobody')
  if (lock !== 'open') return Array<Who>(CARDS).fill('merchant')
  const cards = (share?.merchant ?? 0) + (share?.machine ?? 0)
  const half = sources.includes('rules') ? CARDS / 2 : 0
  const merchant = share && cards > 0 ? Math.round((CARDS * share.merchant) / cards) : half
  const [first, second]: [Who, Who] = sources[0] === 'rules' ? ['merchant', 'machine'] : ['machine', 'merchant']
  const leading = first === 'merchant' ? merchant : CARDS - merchant
  return Array.from({ length: CARDS }, (_, card) => (card < leading ? first : second))
}
