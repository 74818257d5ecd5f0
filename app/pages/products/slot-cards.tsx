import { Badge, Banner, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris'
import type { Lock } from '#app/commerce/placement.ts'
import { ProductLine } from '#app/kit/product-line.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { either, quoted } from '#app/rules/conditions/say.ts'
import type { NeedMet } from '#app/rules/need.ts'
import { explain, explainNothing } from '#app/slots/explain.ts'
import type { Reason, Slot } from '#app/slots/slot.ts'
import type { PicturedProduct } from '#app/wording/pictured.ts'

interface SlotCardsProps {
  /** Why the slot is empty; null for one that is not. */
  readonly empty: Extract<Slot, { kind: 'nothing' }> | null
  readonly lock: Lock
  readonly cards: readonly (PicturedProduct & {
    readonly reason: Reason
    readonly need: Omit<NeedMet, 'of'> | null
    readonly waits: boolean
    /** Names of the markets that do not sell it. */
    readonly notIn: readonly string[]
  })[]
  /** Whether the shop shows just this already. */
  readonly live: boolean
}

/** The cards of one slot in their order, each with the reason why it stands there. */
export function SlotCards({ empty, lock, cards, live }: SlotCardsProps) {
  const { say, count } = useWords()
  const { times } = useFigures()
  return (
    <BlockStack gap="400">
      {!live && <Banner tone="info">{say('slot.not-live')}</Banner>}
      <Card>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {say('slot.title')}
            </Text>
            <Badge tone={lock === 'locked' ? 'success' : 'info'}>{say(`slot.lock.${lock}`)}</Badge>
          </InlineStack>
          {empty && <Text as="p">{explainNothing(empty, say)}</Text>}
          {cards.map((card) => (
            <ProductLine key={card.id} product={card}>
              <Text as="p" variant="bodySm">
                {explain(card.reason, say, count, times)}{' '}
                {card.reason.by === 'rule' && <Link url={`/app/rules/${card.reason.rule}`}>{say('slot.see-rule')}</Link>}{' '}
                {card.need &&
                  say('slot.need', { takes: count(card.need.takes), holds: count(card.need.holds), packs: count(card.need.packs) })}{' '}
                {card.waits && say('slot.waits')}{' '}
                {card.notIn.length > 0 &&
                  say('slot.not-in', {
                    markets: either(
                      card.notIn.map((name) => quoted(name, say)),
                      say,
                    ),
                  })}
              </Text>
            </ProductLine>
          ))}
          {cards.length > 0 && (
            <Text as="p" tone="subdued" variant="bodySm">
              {say('slot.over-fetch')}
            </Text>
          )}
        </BlockStack>
      </Card>
    </BlockStack>
  )
}
