import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris'
import { useEffect, useRef } from 'react'
import { FindingFacts } from './finding-facts.tsx'
import type { FindingView } from './finding-view.ts'
import type { RulesAnswer } from './rules-answer.ts'
import { useWords } from './words.tsx'

interface FindingCardProps {
  readonly finding: FindingView
  /** Tells that it is mended, and lets it be undone. */
  onMended(edits: Extract<RulesAnswer, { kind: 'done' }>['edits']): void
}

/** A finding with what mends it. */
export function FindingCard({ finding, onMended }: FindingCardProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { submit, data, state } = useFetcher<RulesAnswer>()
  const told = useRef<unknown>(null)
  const { rule, mend } = finding

  useEffect(() => {
    if (!data || data === told.current) return
    told.current = data
    if (data.kind === 'done') onMended(data.edits)
    else shopify.toast.show(say('rules.changed-meanwhile'), { isError: true })
  }, [data, onMended, say, shopify])

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
              loading={state !== 'idle'}
              accessibilityLabel={say('lint.mend.named', { mend: say(`lint.mend.${mend.by}`), name: rule.name })}
              onClick={() =>
                submit(JSON.stringify({ kind: 'edit', edits: mend.edits }), {
                  method: 'post',
                  encType: 'application/json',
                  action: '/app/rules?index',
                })
              }
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
