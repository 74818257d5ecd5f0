import { DataTable, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ChannelOrders } from '#app/signals/count-by-channel.server.ts'

const NAMED: readonly string[] = ['web', 'pos', 'b2b', 'shopify_draft_order']

interface ChannelsCardProps {
  readonly channels: readonly ChannelOrders[]
  /** Of online orders: 0..1. */
  readonly unknown: number
}

/** Of which orders it is known what their shopper could see. */
export function ChannelsCard({ channels, unknown }: ChannelsCardProps) {
  const { say, count } = useWords()
  const { percent } = useFigures()
  if (channels.length === 0) return null
  const nameOf = (channel: string | null) =>
    channel === null ? say('results.channel.none') : NAMED.includes(channel) ? say(`results.channel.${channel}`) : channel
  return (
    <TitledCard title={say('results.channels')} help={say('results.channels.help', { share: percent(unknown) })}>
      <DataTable
        columnContentTypes={['text', 'numeric', 'numeric']}
        headings={[say('results.channel'), say('results.channel.known'), say('results.channel.unknown')]}
        rows={channels.map(({ channel, orders, known }) => [nameOf(channel), count(known), count(orders - known)])}
      />
      <Text as="p" tone="subdued">
        {say('results.channels.never')}
      </Text>
    </TitledCard>
  )
}
