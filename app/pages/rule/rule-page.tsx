import { Badge, BlockStack, Layout, Page } from '@shopify/polaris'
import { useEffect } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import { BuilderProvider } from '#app/kit/rule-fields/builder-context.tsx'
import { useTitles } from '#app/kit/rule-fields/use-titles.ts'
import { UnsavedBar } from '#app/kit/unsaved-bar.tsx'
import { useHeavy, type Heavy } from '#app/kit/use-heavy.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import type { Mention } from '#app/rules/mentions.ts'
import type { Rule } from '#app/rules/rule.ts'
import { ComparedBanner, type ComparedIn } from './compared-banner.tsx'
import { RuleBuilder } from './rule-builder.tsx'
import { RuleFindings } from './rule-findings.tsx'
import { RuleReach, type RuleReachAnswer } from './rule-reach.tsx'
import { SaidCard } from './said-card.tsx'
import { SaveBanners } from './save-banners.tsx'
import { useRuleForm } from './use-rule-form.ts'

interface RulePageProps {
  readonly saved: Rule
  readonly isNew: boolean
  /** The shop's domain. */
  readonly shop: string
  readonly mayDiscount: boolean
  readonly names: NamesInCatalog
  readonly titles: readonly Mention[]
  /** Null where it is not compared with another. */
  readonly compared: ComparedIn | null
}

/** The rule builder beside what the rule would do, with the buttons that save it. */
export function RulePage({ saved, isNew, shop, mayDiscount, names, titles: mentioned, compared }: RulePageProps) {
  const { say } = useWords()
  const titles = useTitles(mentioned)
  const form = useRuleForm(saved, isNew, shop)
  const { rule, save, isUnsaved, faults } = form
  const reach = useReach(rule)
  const { state } = form.was ?? saved

  const draft = {
    content: say(state === 'active' ? 'builder.to-draft' : 'builder.save-draft'),
    disabled: save.isBusy,
    onAction: () => form.submit('draft'),
  }
  const remove = {
    content: say('builder.delete'),
    destructive: true,
    disabled: save.isBusy,
    onAction: () => save.send('delete'),
  }
  const compare = { content: say('comparisons.compare'), url: `/app/results/comparisons?rule=${saved.id}` }
  return (
    <BuilderProvider value={{ names, ...titles, faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? false }}>
      <UnsavedBar isUnsaved={isUnsaved} isBusy={save.isBusy} onSave={() => form.submit(rule.state)} onDiscard={form.discard} />
      <Page
        title={isNew ? say('builder.new') : saved.name}
        titleMetadata={<Badge {...(state === 'active' && { tone: 'success' as const })}>{say(`rules.state.${state}`)}</Badge>}
        backAction={{ content: say('rules.title'), url: '/app/rules' }}
        primaryAction={{
          content: say(state === 'active' ? 'builder.save' : 'builder.activate'),
          loading: save.isBusy,
          onAction: () => form.submit('active'),
        }}
        secondaryActions={isNew ? [draft] : [draft, ...(state === 'active' && !compared ? [compare] : []), remove]}
      >
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WaitingBanner />
              {compared && <ComparedBanner {...compared} />}
              <SaveBanners form={form} />
              {isNew && <SaidCard rule={rule} onRead={form.redraw} />}
              <RuleBuilder key={form.drawn} rule={rule} mayDiscount={mayDiscount} onChange={form.change} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <RuleReach {...reach} />
              {reach.answer?.kind === 'reach' && <RuleFindings findings={reach.answer.findings} rule={rule} onMend={form.redraw} />}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </Page>
    </BuilderProvider>
  )
}

/** Asks what the rule would do, a moment after its last change. A rule without a name yet is shown all the same. */
function useReach(rule: Rule): Heavy<RuleReachAnswer> {
  const { ask, ...heavy } = useHeavy<RuleReachAnswer>('/app/rules/reach', true)
  const asked = JSON.stringify({ ...rule, name: rule.name.trim() || '–' })
  useEffect(() => {
    const later = setTimeout(() => ask(asked), 250)
    return () => clearTimeout(later)
  }, [asked, ask])
  return heavy
}
