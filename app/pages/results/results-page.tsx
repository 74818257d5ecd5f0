import { Badge, BlockStack, Button, Card, EmptyState, InlineStack, Page, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useVerdict } from '#app/kit/use-verdict.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { ChannelsCard } from './channels-card.tsx'
import { ComparedTable } from './compared-table.tsx'
import type { ResultsShown } from './load-results.server.ts'
import { Ribbon } from './ribbon.tsx'
import { ScopeLine } from './scope-line.tsx'

interface ResultsPageProps {
  /** Null before anything was published. */
  readonly results: ResultsShown | null
}

/** What cross-selling brings, against visitors from whom it was held out. */
export function ResultsPage({ results }: ResultsPageProps) {
  const { say } = useWords()
  return (
    <Page title={say('results.title')} subtitle={say('results.subtitle')}>
      {results ? <Told {...results} /> : <Nothing />}
    </Page>
  )
}

function Nothing() {
  const { say } = useWords()
  return (
    <Card>
      <EmptyState heading={say('results.none')} action={{ content: say('rules.title'), url: '/app/rules' }} image="">
        <p>{say('results.none.help')}</p>
      </EmptyState>
    </Card>
  )
}

function Told(results: ResultsShown) {
  const { say, count, money } = useWords()
  const { percent } = useFigures()
  const time = useTime()
  const verdictOf = useVerdict()
  const { board, share, startedAt, smallest, ribbon, rules, placements, visitorsPerDay } = results
  const verdict = board ? verdictOf(board.verdict) : { title: say('results.waiting'), help: say('results.waiting.help'), tone: undefined }
  return (
    <BlockStack gap="400">
      <TitledCard title={verdict.title} help={verdict.help} gap="300">
        {board && (
          <InlineStack gap="200" wrap>
            <Badge>{say('results.visitors', { shown: count(board.visitors.shown), heldOut: count(board.visitors.heldOut) })}</Badge>
            <Badge>{say('results.share', { share: percent(share) })}</Badge>
            <Badge>{say('results.since', { time: time(startedAt) })}</Badge>
          </InlineStack>
        )}
        <Ribbon ribbon={ribbon} />
        <Text as="p" tone="subdued">
          {say(board?.of === 'profit' ? 'results.of.profit' : 'results.of.revenue')}
        </Text>
      </TitledCard>
      {board && board.safeguards.length > 0 && (
        <TitledCard title={say('results.safeguards')} help={say('results.safeguards.help')}>
          <ComparedTable rows={board.safeguards} />
        </TitledCard>
      )}
      {board && board.parts.length > 0 && (
        <TitledCard title={say('results.parts')} help={say('results.parts.help')}>
          <ComparedTable rows={[...(board.headline ? [board.headline] : []), ...(board.raw ? [board.raw] : []), ...board.parts]} />
        </TitledCard>
      )}
      {rules.length > 0 && (
        <LinedCard title={say('results.rules')} help={say('results.rules.help')}>
          {rules.map((rule) => (
            <ScopeLine
              key={rule.id}
              name={rule.name ?? say('results.rule.gone')}
              url={rule.name ? `/app/rules/${rule.id}` : null}
              known={rule}
            />
          ))}
        </LinedCard>
      )}
      {placements.length > 0 && (
        <LinedCard title={say('results.placements')}>
          {placements.map((one) => (
            <ScopeLine key={one.placement} name={say(`placement.${one.placement}`)} url={null} known={one} />
          ))}
        </LinedCard>
      )}
      <TitledCard title={say('results.tellable')} gap="200">
        <Text as="p">
          {smallest.effect === null
            ? say('results.tellable.none', {
                share: percent(share),
                visitors: count(Math.round(visitorsPerDay)),
                days: count(smallest.days),
              })
            : say(smallest.lift === null ? 'results.tellable.effect' : 'results.tellable.lift', {
                days: count(smallest.days),
                effect: money(smallest.effect),
                lift: percent(smallest.lift ?? 0),
                visitors: count(Math.round(visitorsPerDay)),
              })}
        </Text>
        {smallest.shareForHalf !== null && <Text as="p">{say('results.tellable.half', { share: percent(smallest.shareForHalf) })}</Text>}
        <InlineStack>
          <Button url="/app/settings#measuring">{say('results.change-share')}</Button>
        </InlineStack>
      </TitledCard>
      <ChannelsCard channels={results.channels} unknown={results.unknownOrders} />
      <InlineStack gap="200">
        <Button url="/app/results/orders">{say('orders.title')}</Button>
        <Button url="/app/results/csv" download>
          {say('results.csv')}
        </Button>
      </InlineStack>
    </BlockStack>
  )
}
