import { useNavigation, useSearchParams } from '@remix-run/react'
import { BlockStack, Button, Card, InlineStack, Select, Text } from '@shopify/polaris'
import { useState } from 'react'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { withQuery } from '#app/kit/with-query.ts'
import { COMPARISON_DAYS, type ComparisonPlan } from '#app/measure/comparisons/comparison.ts'
import type { ComparisonWishSent } from './comparison-wish.ts'
import type { ComparisonChoice } from './load-comparisons.server.ts'

interface StartCardProps {
  readonly choice: ComparisonChoice
  readonly isBusy: boolean
  onSend(wish: ComparisonWishSent): void
}

const NONE = ''

/** Two rules to choose and for how long, and before anything begins what that can tell. */
export function StartCard({ choice, isBusy, onSend }: StartCardProps) {
  const { say, count } = useWords()
  const [search, setSearch] = useSearchParams()
  // What was chosen last, also while the page that says what it can tell is on its way: the next choice stands beside it.
  const { location } = useNavigation()
  const wanted = location ? new URLSearchParams(location.search) : search
  const [days, setDays] = useState<ComparisonPlan['days']>(COMPARISON_DAYS[1])
  const { a, b, why, plans } = choice
  if (!choice.isMeasured || choice.shown.length === 0 || choice.others.length === 0)
    return (
      <Card>
        <NothingYet heading={say('comparisons.none')} action={{ content: say('rules.title'), url: '/app/rules' }}>
          {say(choice.isMeasured && choice.shown.length > 0 ? 'comparisons.none.other' : 'comparisons.none.help')}
        </NothingYet>
      </Card>
    )
  const plan = plans.find((one) => one.days === days)
  const options = (rules: ComparisonChoice['shown']) => [
    { value: NONE, label: say('comparisons.choose') },
    ...rules.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const chosen = (rules: ComparisonChoice['shown'], id: string | null) => rules.find((rule) => rule.id === id)?.id ?? NONE
  const start = () => {
    const length = COMPARISON_DAYS.find((one) => one === days)
    if (a && b && length) onSend({ kind: 'start', a, b, days: length })
  }
  return (
    <TitledCard title={say('comparisons.start')} help={say('comparisons.start.help')}>
      <Select
        label={say('comparisons.a')}
        value={chosen(choice.shown, wanted.get('rule'))}
        options={options(choice.shown)}
        onChange={(rule) => setSearch(withQuery(wanted, { rule }))}
      />
      <Select
        label={say('comparisons.b')}
        helpText={say('comparisons.b.help')}
        value={chosen(choice.others, wanted.get('with'))}
        options={options(choice.others)}
        onChange={(other) => setSearch(withQuery(wanted, { with: other }))}
      />
      <Select
        label={say('comparisons.days')}
        value={String(days)}
        options={COMPARISON_DAYS.map((one) => ({ value: String(one), label: say('comparisons.days.of', { days: count(one) }) }))}
        onChange={(value) => setDays(Number(value))}
      />
      {why && <Text as="p">{say(`comparisons.why.${why}`)}</Text>}
      {plan && <Planned plan={plan} pages={choice.pages} />}
      <InlineStack>
        <Button variant="primary" disabled={!plan || choice.pages === 0 || location !== undefined} loading={isBusy} onClick={start}>
          {say('comparisons.start.do')}
        </Button>
      </InlineStack>
    </TitledCard>
  )
}

/** What is fixed before the first visitor. */
function Planned({ plan: { days, of, smallest, visitorsPerDay }, pages }: { readonly plan: ComparisonPlan; readonly pages: number }) {
  const { say, count, money } = useWords()
  const visitors = Math.round(visitorsPerDay)
  if (pages === 0) return <Text as="p">{say('comparisons.plan.nowhere')}</Text>
  return (
    <BlockStack gap="200">
      <Text as="p">
        {say('comparisons.plan', { days: count(days) })}
        {visitors > 1 && ` ${say('comparisons.plan.pace', { visitors: count(visitors) })}`}
      </Text>
      <Text as="p">
        {smallest === null ? say('comparisons.plan.few') : say('comparisons.plan.smallest', { smallest: money(smallest) })}
      </Text>
      <Text as="p" tone="subdued">
        {say(`comparisons.of.${of}`)}
      </Text>
    </BlockStack>
  )
}
