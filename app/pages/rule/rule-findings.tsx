import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineStack } from '@shopify/polaris'
import { FindingFacts } from '#app/kit/findings/finding-facts.tsx'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Rule } from '#app/rules/rule.ts'
import type { FindingView } from '#app/wording/finding-view.ts'

interface RuleFindingsProps {
  readonly findings: readonly FindingView[]
  /** As it stands in the form. */
  readonly rule: Rule
  onMend(rule: Rule): void
}

/** What was found in the rule while it is written. A mend changes the form; whether it is a draft its own buttons decide. */
export function RuleFindings({ findings, rule, onMend }: RuleFindingsProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  if (findings.length === 0) return null
  const apply = (is: Rule) => {
    onMend({ ...is, name: rule.name, state: rule.state })
    shopify.toast.show(say('lint.mended.form'), { duration: 10_000, action: say('undo.do'), onAction: () => onMend(rule) })
  }
  return (
    <LinedCard title={say('lint.builder')}>
      {findings.map((finding) => {
        const is = finding.mend?.by === 'draft' ? null : finding.mend?.edits[0]?.is
        return (
          <BlockStack key={`${finding.kind} ${finding.what} ${finding.why}`} gap="400">
            <FindingFacts finding={finding} />
            {is && (
              <InlineStack>
                <Button onClick={() => apply(is)}>{say(`lint.mend.${finding.mend!.by}`)}</Button>
              </InlineStack>
            )}
          </BlockStack>
        )
      })}
    </LinedCard>
  )
}
