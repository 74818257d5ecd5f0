import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { ProposalCard } from '#app/kit/proposals/proposal-card.tsx'
import type { ProposalView } from '#app/kit/proposals/proposal-view.ts'
import { useWords } from '#app/kit/use-words.tsx'

/** The best of what the shop's orders suggest, for a merchant who has no rule yet. */
export function FirstProposals({ proposals }: { proposals: readonly ProposalView[] }) {
  const { say } = useWords()
  return (
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingLg">
          {say('proposals.home')}
        </Text>
        <Text as="p" tone="subdued">
          {say('proposals.home.help')}
        </Text>
      </BlockStack>
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.key} proposal={proposal} brief />
      ))}
      <InlineStack>
        <Button url="/app/rules/list/suggestions">{say('proposals.home.all')}</Button>
      </InlineStack>
    </BlockStack>
  )
}
