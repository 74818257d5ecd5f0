import { BlockStack, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import { useId } from 'react'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Report } from '#app/models/evaluation/report.ts'

interface AgainstProps {
  readonly models: Report['models']
  /** The name of the model in use. */
  readonly serves: string
  /** How many all were asked. */
  readonly questions: number
}

/** What every list of best sellers would do without knowing the shop. */
const BASELINE = 'week'

/** The model in use beside best sellers alone, by the same questions. */
export function Against({ models, serves, questions }: AgainstProps) {
  const { say, count } = useWords()
  const { percent } = useFigures()
  const hitOf = (name: string) => models.find((one) => one.name === name)?.grade.hit.mean
  const bars = [
    { label: say('models.against.serves'), hit: hitOf(serves), tone: 'success' as const },
    { label: say('models.against.week'), hit: serves === BASELINE ? undefined : hitOf(BASELINE), tone: 'primary' as const },
  ]
  return (
    <TitledCard
      title={say('models.against', { hit: percent(hitOf(serves) ?? 0) })}
      help={say('models.against.help', { questions: count(questions) })}
    >
      {bars.map(({ label, hit, tone }) => hit !== undefined && <Bar key={label} label={label} hit={hit} tone={tone} />)}
    </TitledCard>
  )
}

function Bar({ label, hit, tone }: { readonly label: string; readonly hit: number; readonly tone: 'success' | 'primary' }) {
  const { percent } = useFigures()
  const id = useId()
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between">
        <Text as="span" id={id}>
          {label}
        </Text>
        <Text as="span" numeric>
          {percent(hit)}
        </Text>
      </InlineStack>
      <ProgressBar progress={100 * hit} size="small" tone={tone} ariaLabelledBy={id} />
    </BlockStack>
  )
}
