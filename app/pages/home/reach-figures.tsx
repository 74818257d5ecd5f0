import { InlineStack, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShopFigures } from './home.server.ts'
import { LiveLine } from './live-line.tsx'

interface ReachFiguresProps {
  readonly figures: ShopFigures
  readonly blockPlaced: boolean | null
  readonly pageUrl: string | null
}

/** How much of the shop shows something of ours, and who chose it. */
export function ReachFigures({ figures, blockPlaced, pageUrl }: ReachFiguresProps) {
  const { say, count } = useWords()
  const rows = [
    { label: say('reach.pages'), value: say('reach.of', { pages: count(figures.pages), products: count(figures.products) }) },
    { label: say('reach.by-rule'), value: count(figures.pagesByRule) },
    { label: say('reach.by-model'), value: count(figures.pagesByModel) },
    {
      label: say('reach.trained'),
      value: figures.trainedOn === null ? say('reach.not-yet') : say('reach.orders', { orders: count(figures.trainedOn) }),
    },
  ]
  return (
    <TitledCard title={say('reach.title')}>
      <LiveLine pages={figures.pages} blockPlaced={blockPlaced} pageUrl={pageUrl} />
      {rows.map(({ label, value }) => (
        <InlineStack key={label} align="space-between" gap="200">
          <Text as="span" tone="subdued">
            {label}
          </Text>
          <Text as="span" fontWeight="semibold" numeric>
            {value}
          </Text>
        </InlineStack>
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        {say('reach.meaning')}
      </Text>
    </TitledCard>
  )
}
