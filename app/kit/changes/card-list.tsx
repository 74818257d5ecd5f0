import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris'
import { ProductLine } from '#app/kit/product-line.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { ReviewedCard } from '#app/wording/review.ts'

/** As many as a page shows side by side; further cards are listed where something becomes of them. */
const ALWAYS_SHOWN = 4
const TONES = { added: 'success', removed: 'critical', moved: 'info', altered: 'attention' } as const

const isQuiet = ({ fate }: ReviewedCard) => fate === 'kept' || fate === 'stays'

/** The cards of one slot, best first, with what becomes of each. */
export function CardList({ cards }: { cards: readonly ReviewedCard[] }) {
  const { say, count } = useWords()
  const shown = cards.filter((card, place) => place < ALWAYS_SHOWN || !isQuiet(card))
  if (cards.length === 0) return <Text as="p">{say('products.empty')}</Text>
  return (
    <BlockStack gap="200">
      {shown.map((card) => (
        <ProductLine key={card.id} product={card}>
          {card.fate !== 'kept' && card.fate !== 'stays' && (
            <InlineStack gap="100">
              <Badge tone={TONES[card.fate]}>{say(`review.card.${card.fate}`)}</Badge>
            </InlineStack>
          )}
        </ProductLine>
      ))}
      {cards.length > shown.length && (
        <Text as="p" tone="subdued" variant="bodySm">
          {say('review.more-cards', { cards: count(cards.length - shown.length) })}
        </Text>
      )}
    </BlockStack>
  )
}
