import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { CopyShown } from './load-copy.server.ts'
import { useCopyWish } from './use-copy-wish.ts'

/** Words that a model would like to say and nobody has said to be true: a yes is kept as this person's word. */
export function QuestionsCard({ locale, questions }: Pick<CopyShown, 'locale' | 'questions'>) {
  const { say, count } = useWords()
  const { send, isBusy } = useCopyWish()
  if (questions.length === 0) return null
  return (
    <TitledCard title={say('copy.questions')} help={say('copy.questions.help')}>
      {questions.map(({ word, products, example }) => (
        <InlineStack key={word} gap="300" align="space-between" blockAlign="center">
          <BlockStack gap="050">
            <Text as="p">{say('copy.question', { word, products: count(products) })}</Text>
            <Text as="p" tone="subdued">
              <bdi lang={locale}>{example}</bdi>
            </Text>
          </BlockStack>
          <InlineStack gap="200">
            {([true, false] as const).map((isTrue) => {
              const label = say(isTrue ? 'copy.question.yes' : 'copy.question.no')
              return (
                <Button
                  key={label}
                  loading={isBusy}
                  accessibilityLabel={say('copy.action.of', { action: label, sentence: word })}
                  onClick={() => send({ kind: 'answer', locale, word, isTrue })}
                >
                  {label}
                </Button>
              )
            })}
          </InlineStack>
        </InlineStack>
      ))}
    </TitledCard>
  )
}
