import { Badge, BlockStack, Button, Card, InlineStack, Page, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useVerdict } from '#app/kit/results/use-verdict.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { ChannelsCard } from './channels-card.tsx'
import { ComparedTable } from './compared-table.tsx'
import type { ResultsShown } from './load-results.server.ts'
import { Ribbon } from './ribbon.tsx'
import { scaleOf } from '#app/kit/results/scale-of.ts'
import { ScopeLine } from '#app/kit/results/scope-line.tsx'
import { TellableCard } from './tellable-card.tsx'

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
      <NothingYet heading={say('results.none')} action={{ content: say('rules.title'), url: '/app/rules' }}>
        {say('results.none.help')}
      </NothingYet>
    </Card>
  )
}

function Told(results: ResultsShown) {
  const { say, count } = useWords()
  const { percent } = useFigures()
  const time = useTime()
  const verdictOf = useVerdict()
  const { board, share, startedAt, smallest, ribbon, rules, placements, outlook } = results
  const verdict = board ? verdictOf(board.verdict) : { title: say('results.waiting'), help: say('results.waiting.help'), tone: undefined }
  return (
    <BlockStack gap="400">
      <TitledCard title={verdict.title} help={verdict.help} gap="300">
        {board && (
          <InlineStack gap="200" wrap>
            <Badge>{say('results.visitors', { shown: count(board.visitors.shown), heldOut: count(board.visitors.heldOut) })}</Badge>
            <Badge>{share === 0 ? say('results.share.none') : say('results.share', { share: percent(share) })}</Badge>
            <Badge>{say('results.since', { time: time(startedAt) })}</Badge>
          </InlineStack>
        )}
        {board && <Ribbon ribbon={ribbon} />}
        {board && (
          <Text as="p" tone="subdued">
            {say(board.of === 'profit' ? 'results.of.profit' : 'results.of.revenue')}
          </Text>
        )}
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
              scale={scaleOf(rules)}
            />
          ))}
        </LinedCard>
      )}
      {placements.length > 0 && (
        <LinedCard title={say('results.placements')}>
          {placements.map((one) => (
            <ScopeLine key={one.placement} name={say(`placement.${one.placement}`)} url={null} known={one} scale={scaleOf(placements)} />
          ))}
        </LinedCard>
      )}
      <TellableCard smallest={smallest} share={share} outlook={outlook} />
      <ChannelsCard channels={results.channels} unknown={results.unknownOrders} />
      <InlineStack gap="200">
        <Button url="/app/results/comparisons">{say('comparisons.title')}</Button>
        <Button url="/app/results/orders">{say('orders.title')}</Button>
        <Button url="/app/results/csv" download>
          {say('results.csv')}
        </Button>
      </InlineStack>
    </BlockStack>
  )
}
