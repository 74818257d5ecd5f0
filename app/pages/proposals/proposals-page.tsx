import { BlockStack, Button, InlineStack, Link, Page, Text } from '@shopify/polaris'
import { ProposalCard } from '#app/kit/proposals/proposal-card.tsx'
import type { ProposalsShown } from '#app/kit/proposals/proposals.server.ts'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { FirstRule } from '#app/rules/first-set/first-set.ts'
import { AddBest } from './add-best.tsx'
import { FirstSet } from './first-set.tsx'
import { NoProposals } from './no-proposals.tsx'

interface ProposalsPageProps extends ProposalsShown {
  readonly seesAllOrders: boolean
  readonly first: readonly FirstRule[]
}

/** Every rule that the shop's orders speak for, and what the merchant has decided on. */
export function ProposalsPage({ seesAllOrders, first, ...proposals }: ProposalsPageProps) {
  const { say, count } = useWords()
  const { open, covered, unseen, dismissed, drafted } = proposals
  return (
    <Page title={say('proposals.title')} subtitle={say('proposals.subtitle')}>
      <BlockStack gap="400">
        {open.length === 0 && <NoProposals proposals={proposals} seesAllOrders={seesAllOrders} />}
        <AddBest keys={open.flatMap(({ key, pages }) => (pages > 0 ? [key] : []))} />
        <BlockStack gap="200">
          {open.map((proposal) => (
            <ProposalCard key={proposal.key} proposal={proposal} folded />
          ))}
        </BlockStack>
        {open.length === 0 && <FirstSet first={first} />}
        {covered > 0 && <Text as="p">{say('proposals.covered', { covered: count(covered) })}</Text>}
        {unseen > 0 && <Text as="p">{say('proposals.unseen', { unseen: count(unseen) })}</Text>}
        {open.some(({ margin }) => margin === null) && (
          <Text as="p" tone="subdued">
            {say('proposals.margin.unknown')}
          </Text>
        )}
        {drafted.length > 0 && (
          <TitledCard title={say('proposals.drafted')} gap="200">
            {drafted.map(({ key, name, ruleId }) => (
              <Link key={key} url={`/app/rules/${ruleId}`}>
                {name}
              </Link>
            ))}
          </TitledCard>
        )}
        {dismissed.length > 0 && (
          <TitledCard title={say('proposals.dismissed')} gap="300">
            {dismissed.map((one) => (
              <Dismissed key={one.key} one={one} />
            ))}
          </TitledCard>
        )}
      </BlockStack>
    </Page>
  )
}

function Dismissed({ one: { key, name, dismissal } }: { one: ProposalsShown['dismissed'][number] }) {
  const { say } = useWords()
  const act = useAction('/app/rules/list/suggestions')
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <div style={{ minWidth: 0 }}>
        <Text as="p">{name}</Text>
        <Text as="p" tone="subdued">
          {dismissal.note || say(`proposals.reason.${dismissal.reason}`)}
        </Text>
      </div>
      <Button
        loading={act.isBusy}
        accessibilityLabel={say('proposals.dismissed.again.named', { name })}
        onClick={() => act.send('post', { kind: 'reopen', key })}
      >
        {say('proposals.dismissed.again')}
      </Button>
    </InlineStack>
  )
}
