import { Badge, BlockStack, InlineGrid, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Grade } from '#app/models/evaluation/grade.ts'

interface ModelFiguresProps {
  readonly name: string
  readonly grade: Grade
  readonly serves: boolean
}

/** One model of those that were tried, in figures. */
export function ModelFigures({ name, grade, serves }: ModelFiguresProps) {
  const { say, count } = useWords()
  const { percent, points, times } = useFigures()
  const { hit, gain, coverage, popularity, p50, p99 } = grade
  const figures = [
    { of: 'hit', value: say('models.range', { mean: percent(hit.mean), low: percent(hit.low), high: percent(hit.high) }) },
    { of: 'gain', value: say('models.range', { mean: points(gain.mean), low: points(gain.low), high: points(gain.high) }) },
    { of: 'coverage', value: percent(coverage) },
    { of: 'popularity', value: say('models.times', { times: times(popularity) }) },
    { of: 'time', value: say('models.time', { half: count(Math.ceil(p50)), most: count(Math.ceil(p99)) }) },
  ]
  return (
    <BlockStack gap="300">
      <BadgedTitle title={say(`models.name.${name}`)}>{serves && <Badge tone="success">{say('models.in-use')}</Badge>}</BadgedTitle>
      <InlineGrid gap="200" columns={{ xs: 1, sm: 2, md: 5 }}>
        {figures.map(({ of, value }) => (
          <BlockStack key={of} gap="050">
            <Text as="span" tone="subdued" variant="bodySm">
              {say(`models.figure.${of}`)}
            </Text>
            <Text as="span" numeric>
              {value}
            </Text>
          </BlockStack>
        ))}
      </InlineGrid>
    </BlockStack>
  )
}
