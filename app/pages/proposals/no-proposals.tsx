import { Button, InlineStack, Text } from '@shopify/polaris'
import type { ProposalsShown } from '#app/kit/proposals/proposals.server.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'

/** Orders from which shops of known habits begin to have proposals: about half of them have one by then. */
const ABOUT_NEEDED = 300

interface NoProposalsProps {
  readonly proposals: Pick<ProposalsShown, 'orders' | 'covered' | 'unseen' | 'drafted' | 'dismissed'>
  readonly seesAllOrders: boolean
}

/** Why there is nothing to propose, and what would help. */
export function NoProposals({ proposals: { orders, covered, unseen, drafted, dismissed }, seesAllOrders }: NoProposalsProps) {
  const { say, count } = useWords()
  const { title, help } = whyNone(orders, covered + unseen + drafted.length + dismissed.length > 0)
  const values = { orders: count(orders ?? 0), needed: count(ABOUT_NEEDED) }
  return (
    <TitledCard title={say(title, values)} gap="300">
      <Text as="p">{say(help)}</Text>
      <InlineStack gap="200">
        <Button url="/app/templates">{say('templates.open')}</Button>
        <Button url="/app/rules/new">{say('proposals.make')}</Button>
        {!seesAllOrders && (
          <Button url="/app/settings/privacy" variant="plain">
            {say('proposals.more-orders')}
          </Button>
        )}
      </InlineStack>
    </TitledCard>
  )
}

function whyNone(orders: number | null, someAreDecided: boolean): { readonly title: string; readonly help: string } {
  if (orders === null) return { title: 'proposals.none', help: 'proposals.none.waiting' }
  if (someAreDecided) return { title: 'proposals.none', help: 'proposals.none.all-decided' }
  const why = orders < ABOUT_NEEDED ? 'few' : 'found'
  return { title: `proposals.none.${why}`, help: `proposals.none.${why}.help` }
}
