import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from '@shopify/polaris'
import { useState } from 'react'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { useZone } from '#app/kit/zone.ts'
import { DismissProposal } from './dismiss-proposal.tsx'
import { ProposalPicture } from './proposal-picture.tsx'
import type { ProposalView } from './proposal-view.ts'

interface ProposalCardProps {
  readonly proposal: ProposalView
  /** Without what only matters beside all others. */
  readonly brief?: boolean
  /** A line of a list at first, which opens. */
  readonly folded?: boolean
}

/** A rule that the shop's orders speak for: what would show, why, and what the merchant may do with it. */
export function ProposalCard({ proposal, brief = false, folded = false }: ProposalCardProps) {
  const { say, count } = useWords()
  const { times } = useFigures()
  const act = useAction<{ kind: string }>('/app/rules/list/suggestions')
  const [dismissing, setDismissing] = useState(false)
  const [isOpen, setOpen] = useState(!folded)
  const { key, name } = proposal
  const send = (wish: object) => act.send('post', wish)
  return (
    <Card>
      <BlockStack gap="300">
        <BadgedTitle title={name} as={brief ? 'h3' : 'h2'} variant="headingMd">
          <Badge tone={proposal.pages === 0 ? 'warning' : 'info'}>{say('proposals.reach', { pages: count(proposal.pages) })}</Badge>
        </BadgedTitle>
        {folded && (
          <Text as="p" tone="subdued">
            {say('proposals.line', { together: count(proposal.counts.together), lift: times(proposal.lift.lift) })}
          </Text>
        )}
        {!isOpen && <Overlaps overlaps={proposal.overlaps} />}
        {isOpen && (
          <>
            <Text as="p">{proposal.sentence}</Text>
            <ProposalPicture picture={proposal.picture} />
            <Evidence proposal={proposal} brief={brief} />
          </>
        )}
        {act.data?.kind === 'gone' && <Text as="p">{say('proposals.gone')}</Text>}
        <TooMuchBanner answer={act.data} />
        <InlineStack gap="200">
          <Button
            {...(!folded && { variant: 'primary' as const })}
            loading={act.isBusy}
            accessibilityLabel={say('proposals.draft.named', { name })}
            onClick={() => send({ kind: 'draft', key })}
          >
            {say('proposals.draft')}
          </Button>
          <Button disabled={act.isBusy} accessibilityLabel={say('proposals.dismiss.named', { name })} onClick={() => setDismissing(true)}>
            {say('proposals.dismiss')}
          </Button>
          {folded && (
            <Button
              variant="tertiary"
              disclosure={isOpen ? 'up' : 'down'}
              ariaExpanded={isOpen}
              accessibilityLabel={say('proposals.details.named', { name })}
              onClick={() => setOpen(!isOpen)}
            >
              {say('proposals.details')}
            </Button>
          )}
        </InlineStack>
      </BlockStack>
      {dismissing && (
        <DismissProposal
          name={name}
          onClose={() => setDismissing(false)}
          onDismiss={(dismissal) => {
            setDismissing(false)
            send({ kind: 'dismiss', key, ...dismissal })
          }}
        />
      )}
    </Card>
  )
}

function Overlaps({ overlaps }: Pick<ProposalView, 'overlaps'>) {
  const { say, count } = useWords()
  return overlaps.map(({ id, name, pages }) => (
    <Text as="p" key={id}>
      <Link url={`/app/rules/${id}`}>
        {say(pages === 1 ? 'proposals.overlap.one' : 'proposals.overlap', { name, pages: count(pages) })}
      </Link>
    </Text>
  ))
}

function Evidence({ proposal, brief }: { proposal: ProposalView; brief: boolean }) {
  const { say, count, money, language } = useWords()
  const { times } = useFigures()
  const { counts, lift, margin, overlaps } = proposal
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: useZone() })
  return (
    <BlockStack gap="100">
      <Text as="p">
        {say('proposals.evidence', {
          together: count(counts.together),
          first: count(counts.first),
          trigger: proposal.trigger,
          lift: times(lift.lift),
          low: times(lift.low),
          high: times(lift.high),
        })}
      </Text>
      {!brief && (
        <Text as="p" tone="subdued">
          {say(proposal.buyers === null ? 'proposals.evidence.unknown-buyers' : 'proposals.evidence.more', {
            buyers: count(proposal.buyers ?? 0),
            orders: count(counts.orders),
            chance: count(Math.round(proposal.chance)),
          })}
        </Text>
      )}
      {margin && (
        <Text as="p">{say('proposals.margin', { mean: money(margin.mean), known: count(margin.known), of: count(margin.of) })}</Text>
      )}
      <Overlaps overlaps={overlaps} />
      {proposal.told > 0 && <Text as="p">{say('proposals.told', { told: count(proposal.told) })}</Text>}
      {!brief && proposal.examples.length > 0 && (
        <InlineStack gap="200">
          <Text as="span" tone="subdued">
            {say('proposals.examples')}
          </Text>
          {proposal.examples.map(({ order, at }) => (
            <Link
              key={order}
              url={`shopify://admin/orders/${order}`}
              target="_top"
              accessibilityLabel={say('proposals.example', { order, day: day.format(at) })}
            >
              {day.format(at)}
            </Link>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  )
}
