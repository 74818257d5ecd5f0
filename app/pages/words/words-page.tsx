import { useSearchParams } from '@remix-run/react'
import { BlockStack, Button, Card, InlineStack, Page, Select, Text } from '@shopify/polaris'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { withQuery } from '#app/kit/with-query.ts'
import type { WordsShown } from './load-words.server.ts'
import { BoardCard } from './board-card.tsx'
import { ModelCard } from './model-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import { SentenceLines } from './sentence-lines.tsx'
import { useWordsWish } from './use-words-wish.ts'
import { WordsSettings } from './words-settings.tsx'
import { WordsState } from './words-state.tsx'

/** What is said of the shop's products, sentence by sentence: nothing is until somebody has switched it on here. */
export function WordsPage(shown: WordsShown) {
  const { say, count } = useWords()
  const [, setSearch] = useSearchParams()
  const { locale, groups, known, products } = shown
  const facets = [...new Set(groups.map(({ facet }) => facet))]
  const sentences = groups.flatMap((group) => group.sentences)
  const off = sentences.filter(({ state }) => state === 'off')
  const waiting = sentences.filter(({ state, fault }) => state === 'waiting' && !fault)
  const { send, isBusy } = useWordsWish()
  const place = (one: (typeof sentences)[number]) => ({ id: one.id, locale, facet: one.facet, tone: one.tone })
  if (known === 0)
    return (
      <Page title={say('words.title')} subtitle={say('words.subtitle')}>
        <Card>
          <NothingYet heading={say('words.none')}>{say('words.none.help', { products: count(products) })}</NothingYet>
        </Card>
      </Page>
    )
  return (
    <Page title={say('words.title')} subtitle={say('words.subtitle')}>
      <BlockStack gap="400">
        <WordsState {...shown} />
        <Card>
          <InlineStack gap="300" blockAlign="end" align="space-between">
            <Select
              label={say('words.language')}
              value={locale}
              options={COPY_LOCALES.map((one) => ({ value: one, label: say(`words.language.${one}`) }))}
              onChange={(language) => setSearch((before) => withQuery(before, { language }))}
            />
            <InlineStack gap="200">
              {waiting.length > 0 && (
                <Button loading={isBusy} onClick={() => send({ kind: 'approve', sentences: waiting.map(place) })}>
                  {say('words.approve-all', { sentences: count(waiting.length) })}
                </Button>
              )}
              {off.length > 0 && (
                <>
                  <Button loading={isBusy} onClick={() => send({ kind: 'approve', sentences: off.map(place) })}>
                    {say('words.switch-on-all', { sentences: count(off.length) })}
                  </Button>
                  <Button variant="primary" loading={isBusy} onClick={() => send({ kind: 'approve-templates' })}>
                    {say('words.switch-on-everywhere')}
                  </Button>
                </>
              )}
            </InlineStack>
          </InlineStack>
        </Card>
        <QuestionsCard locale={locale} questions={shown.questions} />
        <ModelCard {...shown} />
        {facets.map((facet) => (
          <TitledCard key={facet} title={say(`words.facet.${facet}`)} help={say(`words.facet.${facet}.help`)}>
            {groups
              .filter((group) => group.facet === facet)
              .map((group) => (
                <SentenceLines key={`${group.key}/${locale}`} group={group} locale={locale} />
              ))}
          </TitledCard>
        ))}
        <BoardCard board={shown.board} />
        <WordsSettings language={shown.language} never={shown.never} />
        <Text as="p" tone="subdued">
          {say('words.who')}
        </Text>
      </BlockStack>
    </Page>
  )
}
