import { Button, InlineStack, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { SoldFromOffers } from '#app/signals/count-sold.server.ts'

/** What shoppers bought from offers lately. */
export function SoldCard({ sold, days }: { sold: SoldFromOffers; days: number }) {
  const { say, count, money } = useWords()
  return (
    <TitledCard title={say('sold.title', { days: count(days) })} help={say('sold.help')} gap="300">
      {sold.orders === 0 ? (
        <Text as="p">{say('sold.none')}</Text>
      ) : (
        <Text as="p" variant="headingLg">
          {say(sold.orders === 1 ? 'sold.order' : 'sold.orders', {
            worth: money(sold.worth),
            pieces: count(sold.pieces),
            orders: count(sold.orders),
          })}
        </Text>
      )}
      <InlineStack>
        <Button url="/app/rules/list/suggestions">{say('sold.suggestions')}</Button>
      </InlineStack>
    </TitledCard>
  )
}
