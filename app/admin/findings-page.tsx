import { BlockStack, Card, EmptyState, Page } from '@shopify/polaris'
import { useCallback } from 'react'
import type { RuleEdit } from '#app/rules/rule-edit.ts'
import { FindingCard } from './finding-card.tsx'
import type { FindingView } from './finding-view.ts'
import { Parts } from './parts.tsx'
import { useUndo } from './use-undo.ts'
import { WaitingBanner } from './waiting-banner.tsx'
import { useWords } from './words.tsx'

interface FindingsPageProps {
  readonly findings: readonly FindingView[]
  readonly part: number
  readonly parts: number
  /** Whether there is a rule that could have been looked through. */
  readonly hasRules: boolean
}

/** Everything that was found in the active rules, what needs a look first. */
export function FindingsPage({ findings, part, parts, hasRules }: FindingsPageProps) {
  const { say } = useWords()
  const undo = useUndo()
  const onMended = useCallback((edits: readonly RuleEdit[]) => undo(say('lint.mended'), edits), [undo, say])
  return (
    <Page title={say('lint.title')} subtitle={say('lint.subtitle')}>
      <BlockStack gap="400">
        <WaitingBanner />
        {findings.length === 0 && (
          <Card>
            <EmptyState heading={say('lint.none')} action={{ content: say('rules.title'), url: '/app/rules' }} image="">
              <p>{say(hasRules ? 'lint.none.help' : 'lint.none.no-rules')}</p>
            </EmptyState>
          </Card>
        )}
        {findings.map((finding) => (
          <FindingCard key={`${finding.rule?.id} ${finding.kind} ${finding.what} ${finding.why}`} finding={finding} onMended={onMended} />
        ))}
        <Parts part={part} parts={parts} />
      </BlockStack>
    </Page>
  )
}
