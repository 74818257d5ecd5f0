import { Badge, BlockStack, Card, EmptyState, InlineStack, ResourceItem, ResourceList, Text } from '@shopify/polaris'
import { useWords } from './words.tsx'

export interface ListedRule {
  readonly id: string
  readonly name: string
  readonly state: 'draft' | 'active'
  readonly priority: number
  readonly sentence: string
  /** Product pages on which it offers something. */
  readonly pages: number
}

export function RuleList({ rules }: { rules: readonly ListedRule[] }) {
  const { say } = useWords()
  if (rules.length === 0) {
    return (
      <Card>
        <EmptyState heading={say('rules.none')} action={{ content: say('rules.new'), url: '/app/rules/new' }} image="">
          <p>{say('rules.none-yet')}</p>
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card padding="0">
      <ResourceList
        resourceName={{ singular: say('rules.one'), plural: say('rules.many') }}
        items={[...rules]}
        renderItem={(rule) => <RuleRow rule={rule} />}
      />
    </Card>
  )
}

function RuleRow({ rule }: { rule: ListedRule }) {
  const { say, count } = useWords()
  return (
    <ResourceItem id={rule.id} url={`/app/rules/${rule.id}`} accessibilityLabel={say('rules.open', { name: rule.name })}>
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="bodyMd" fontWeight="semibold">
            {rule.name}
          </Text>
          <Badge {...(rule.state === 'active' && { tone: 'success' as const })}>{say(`rules.state.${rule.state}`)}</Badge>
          <Badge tone={rule.pages === 0 ? 'warning' : 'info'}>{say('rules.reach', { pages: count(rule.pages) })}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {rule.sentence}
        </Text>
      </BlockStack>
    </ResourceItem>
  )
}
