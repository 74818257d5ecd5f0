import { useFetcher, useNavigate } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Badge, Banner, BlockStack, Layout, Page } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useUndo } from '#app/kit/undo.tsx'
import { useHeavy, type Heavy } from '#app/kit/use-heavy.ts'
import { useLastAnswer } from '#app/kit/use-last-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import type { Mention } from '#app/rules/mentions.ts'
import type { Fault } from '#app/rules/read-rule.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import { RuleBuilder } from './rule-builder.tsx'
import { RuleFindings } from './rule-findings.tsx'
import { RuleReach, type RuleReachAnswer } from './rule-reach.tsx'

interface RulePageProps {
  readonly saved: Rule
  readonly isNew: boolean
  readonly mayDiscount: boolean
  readonly names: NamesInCatalog
  readonly titles: readonly Mention[]
}

type Answer =
  | { kind: 'saved'; state: Rule['state'] }
  | { kind: 'deleted'; edits: readonly RuleEdit[] }
  | { kind: 'refused'; faults: readonly Fault[] }
  | TooMuch

/** The rule builder beside what the rule would do, with the buttons that save it. */
export function RulePage({ saved, isNew, mayDiscount, names, titles: mentioned }: RulePageProps) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const [rule, setRule] = useState(saved)
  const titles = useTitles(mentioned)
  const save = useFetcher<Answer>()
  const reach = useReach(rule)
  const undo = useUndo()
  const faults = sayFaults(save.data?.kind === 'refused' ? save.data.faults : [], say)
  const busy = save.state !== 'idle'

  function submit(state: Rule['state']) {
    save.submit(JSON.stringify({ ...rule, state }), { method: 'put', encType: 'application/json', action: `/app/rules/${rule.id}` })
  }

  useLastAnswer(save, (answer) => {
    if (answer.kind === 'deleted') {
      undo(say('builder.deleted'), answer.edits)
      navigate('/app/rules')
    }
    if (answer.kind !== 'saved') return
    shopify.toast.show(say(`builder.saved.${answer.state}`), {
      duration: 10_000,
      action: say('waiting.publish'),
      onAction: () => navigate('/app/review'),
    })
    if (isNew) navigate(`/app/rules/${rule.id}`, { replace: true })
  })

  const draft = {
    content: say(saved.state === 'active' ? 'builder.to-draft' : 'builder.save-draft'),
    disabled: busy,
    onAction: () => submit('draft'),
  }
  const remove = {
    content: say('builder.delete'),
    destructive: true,
    disabled: busy,
    onAction: () => save.submit(null, { method: 'delete', action: `/app/rules/${rule.id}` }),
  }
  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <Page
        title={isNew ? say('builder.new') : saved.name}
        titleMetadata={<Badge {...(saved.state === 'active' && { tone: 'success' as const })}>{say(`rules.state.${saved.state}`)}</Badge>}
        backAction={{ content: say('rules.title'), url: '/app/rules' }}
        primaryAction={{
          content: say(saved.state === 'active' ? 'builder.save' : 'builder.activate'),
          loading: busy,
          onAction: () => submit('active'),
        }}
        secondaryActions={isNew ? [draft] : [draft, remove]}
      >
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WaitingBanner />
              {faults.length > 0 && (
                <Banner tone="critical" title={say('builder.refused')}>
                  {[...new Set(faults.map(({ message }) => message))].map((message) => (
                    <p key={message}>{message}</p>
                  ))}
                </Banner>
              )}
              <TooMuchBanner answer={save.data} />
              <RuleBuilder rule={rule} mayDiscount={mayDiscount} onChange={setRule} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <RuleReach {...reach} />
              {reach.answer?.kind === 'reach' && <RuleFindings findings={reach.answer.findings} rule={rule} onMend={setRule} />}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </Page>
    </BuilderProvider>
  )
}

/** Asks what the rule would do, a moment after its last change. A rule without a name yet is shown all the same. */
function useReach(rule: Rule): Heavy<RuleReachAnswer> {
  const { ask, ...heavy } = useHeavy<RuleReachAnswer>('/app/rules/reach')
  const asked = JSON.stringify({ ...rule, name: rule.name.trim() || '–' })
  useEffect(() => {
    const later = setTimeout(() => ask(asked), 250)
    return () => clearTimeout(later)
  }, [asked, ask])
  return heavy
}
