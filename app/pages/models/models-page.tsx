import { BlockStack, Button, InlineStack, Page, Text } from '@shopify/polaris'
import { useState } from 'react'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Report } from '#app/models/evaluation/report.ts'
import { Against } from './against.tsx'
import { ModelFigures } from './model-figures.tsx'

interface ModelsPageProps {
  /** Null before anything was learnt. */
  readonly model: { readonly report: Report; readonly trainedAt: string } | null
}

/** How good the shop's models are, told by its own last weeks. */
export function ModelsPage({ model }: ModelsPageProps) {
  const { say } = useWords()
  return (
    <Page title={say('models.title')} subtitle={say('models.subtitle')}>
      {model ? <Told {...model} /> : <Titled title={say('models.none')} lines={[say('models.none.help')]} />}
    </Page>
  )
}

function Told({ report, trainedAt }: NonNullable<ModelsPageProps['model']>) {
  const { say, count } = useWords()
  const time = useTime()
  const { percent, day } = useFigures()
  const [isOpen, setOpen] = useState(false)
  const { learnt, replay, shown, models, serves } = report
  const counts = { orders: count(report.orders), products: count(report.products), pages: count(report.pages) }
  const counted = [say('models.pages', counts), say('models.counted', { ...counts, time: time(trainedAt) })]
  if (!replay || !shown || !serves) return <Titled title={say('models.few')} lines={[say('models.few.help', counts), ...counted]} />

  const [best, next] = models
  const isTie = best && next && next.grade.gain.high >= best.grade.gain.low
  const asked = { from: day(replay.from), to: day(replay.to), questions: count(shown.questions) }
  const { hit, answered } = shown
  return (
    <BlockStack gap="400">
      <Against models={models} serves={serves} questions={shown.questions} />
      <InlineStack>
        <Button disclosure={isOpen ? 'up' : 'down'} ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('models.details')}
        </Button>
      </InlineStack>
      {isOpen && details()}
    </BlockStack>
  )

  function details() {
    return (
      <>
        <Titled
          title={say('models.shown', { hit: percent(hit.mean) })}
          lines={[
            say('models.asked', asked),
            say('models.answered', { answered: percent(answered), hit: percent(hit.mean), low: percent(hit.low), high: percent(hit.high) }),
            say('models.bar'),
            ...counted,
          ]}
        />
        <Titled
          title={say('models.serves', { name: say(`models.name.${serves}`) })}
          lines={[
            say('models.serves.why'),
            ...(isTie ? [say('models.serves.tie', { name: say(`models.name.${next.name}`) })] : []),
            say('models.learnt', { day: day(learnt.at), orders: count(learnt.orders) }),
          ]}
        />
        <LinedCard title={say('models.tried')} help={say('models.tried.help')}>
          {models.map(({ name, grade }) => (
            <ModelFigures key={name} name={name} grade={grade} serves={name === serves} />
          ))}
        </LinedCard>
      </>
    )
  }
}

function Titled({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <TitledCard title={title} gap="200">
      {lines.map((line) => (
        <Text key={line} as="p">
          {line}
        </Text>
      ))}
    </TitledCard>
  )
}
