import { BlockStack, Box, InlineGrid, InlineStack, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { DataCounts } from '#app/privacy/count-data.server.ts'
import { DATA_PLACES, type DataPlace } from '#app/privacy/data-places.ts'

/** Which data is where, why and for how long, and how much of it there is now. */
export function DataPlacesCard({ counts }: { counts: DataCounts }) {
  const { say } = useWords()
  return (
    <LinedCard title={say('data.title')} help={say('data.level')}>
      {DATA_PLACES.map((place) => (
        <Place key={place} place={place} count={counts[place]} />
      ))}
    </LinedCard>
  )
}

function Place({ place, count: found }: { place: DataPlace; count: number }) {
  const { say, count } = useWords()
  return (
    <InlineGrid columns={{ xs: 1, md: ['oneThird', 'twoThirds'] }} gap="200">
      <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
        <Text as="h3" variant="headingSm">
          {say(`data.${place}`)}
        </Text>
        <Box paddingInlineEnd={{ xs: '0', md: '400' }}>
          <Text as="span" fontWeight="semibold" numeric>
            {count(found)}
          </Text>
        </Box>
      </InlineStack>
      <BlockStack gap="100">
        <Text as="p">{say(`data.${place}.why`)}</Text>
        <Text as="p" tone="subdued">
          {say('data.where', { where: say(`data.${place}.where`) })}
        </Text>
        <Text as="p" tone="subdued">
          {say('data.until', { until: say(`data.${place}.until`) })}
        </Text>
      </BlockStack>
    </InlineGrid>
  )
}
