import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris'
import { FindingFacts } from '#app/kit/findings/finding-facts.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { FindingView } from '#app/wording/finding-view.ts'

interface FindingCardProps {
  readonly finding: FindingView
  /** What is being mended just now: one thing at a time. */
  readonly mending: 'none' | 'this' | 'another'
  readonly onMend: () => void
}

/** A finding with what mends it. */
export function FindingCard({ finding, mending, onMend }: FindingCardProps) {
  const { say } = useWords()
  const { rule, mend } = finding
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {rule?.name ?? say('lint.all-pages')}
        </Text>
        <FindingFacts finding={finding} />
        <InlineStack gap="200">
          {mend && rule && (
            <Button
              variant={finding.severity === 'warning' ? 'primary' : 'secondary'}
              loading={mending === 'this'}
              disabled={mending === 'another'}
              accessibilityLabel={say('lint.mend.named', { mend: say(`lint.mend.${mend.by}`), name: rule.name })}
              onClick={onMend}
            >
              {say(`lint.mend.${mend.by}`)}
            </Button>
          )}
          {rule ? (
            <Button url={`/app/rules/${rule.id}`} accessibilityLabel={say('lint.open.named', { name: rule.name })}>
              {say('lint.open')}
            </Button>
          ) : (
            <Button url="/app/rules/new">{say('rules.new')}</Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  )
}
