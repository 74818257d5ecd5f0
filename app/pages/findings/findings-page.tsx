import { BlockStack, Card, Page } from '@shopify/polaris'
import { ChangedMeanwhileBanner } from '#app/kit/changes/changed-meanwhile-banner.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { useState } from 'react'
import { Parts } from '#app/kit/parts.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import type { RulesAnswer } from '#app/kit/rules-answer.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useUndo } from '#app/kit/undo.tsx'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import type { FindingView } from '#app/wording/finding-view.ts'
import { FindingCard } from './finding-card.tsx'

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
  const mending = useAction<RulesAnswer>('/app/rules?index')
  const [mended, setMended] = useState<FindingView>()

  useAnswer(mending, (answer) => {
    if (answer.kind === 'done') undo(say('lint.mended'), answer.edits)
  })

  function mend(finding: FindingView) {
    setMended(finding)
    const edits = finding.mend?.edits
    mending.send('post', { kind: 'edit', edits })
  }
  return (
    <Page title={say('lint.title')} subtitle={say('lint.subtitle')}>
      <BlockStack gap="400">
        <WaitingBanner />
        <TooMuchBanner answer={mending.data} />
        <ChangedMeanwhileBanner answer={mending.data} />
        {findings.length === 0 && (
          <Card>
            <NothingYet heading={say('lint.none')} action={{ content: say('rules.title'), url: '/app/rules' }}>
              <p>{say(hasRules ? 'lint.none.help' : 'lint.none.no-rules')}</p>
            </NothingYet>
          </Card>
        )}
        {findings.map((finding) => (
          <FindingCard
            key={`${finding.rule?.id} ${finding.kind} ${finding.what} ${finding.why}`}
            finding={finding}
            mending={!mending.isBusy ? 'none' : finding === mended ? 'this' : 'another'}
            onMend={() => mend(finding)}
          />
        ))}
        <Parts part={part} parts={parts} />
      </BlockStack>
    </Page>
  )
}
