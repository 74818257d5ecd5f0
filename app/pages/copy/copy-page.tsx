import { useSearchParams } from '@remix-run/react'
import { BlockStack, Button, Card, InlineStack, Page, Select, Text } from '@shopify/polaris'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { withQuery } from '#app/kit/with-query.ts'
import type { CopyShown } from './load-copy.server.ts'
import { BoardCard } from './board-card.tsx'
import { ModelCard } from './model-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import { SentenceLines } from './sentence-lines.tsx'
import { useCopyWish } from './use-copy-wish.ts'
import { CopySettings } from './copy-settings.tsx'
import { CopyState } from './copy-state.tsx'

/** What is said of the shop's products, sentence by sentence: nothing is until somebody has switched it on here. */
export function CopyPage(shown: CopyShown) {
  const { say, count } = useWords()
  const [, setSearch] = useSearchParams()
  const { locale, groups, known, products } = shown
  const [cards, headings] = [groups.filter(({ tone }) => tone === 'card'), groups.filter(({ tone }) => tone === 'heading')]
  const lines = groups.filter(({ tone }) => tone !== 'card' && tone !== 'heading')
  const facets = [...new Set(lines.map(({ facet }) => facet))]
  const sentences = groups.flatMap((group) => group.sentences)
  const off = sentences.filter(({ state }) => state === 'off')
  const waiting = sentences.filter(({ state, fault }) => state === 'waiting' && !fault)
  const { send, isBusy } = useCopyWish()
  const place = (one: (typeof sentences)[number]) => ({ id: one.id, locale, facet: one.facet, tone: one.tone })
  if (known === 0 && cards.length === 0)
    return (
      <Page title={say('copy.title')} subtitle={say('copy.subtitle')}>
        <Card>
          <NothingYet heading={say('copy.none')}>{say('copy.none.help', { products: count(products) })}</NothingYet>
        </Card>
      </Page>
    )
  return (
    <Page title={say('copy.title')} subtitle={say('copy.subtitle')}>
      <BlockStack gap="400">
        <CopyState {...shown} />
        <Card>
          <InlineStack gap="300" blockAlign="end" align="space-between">
            <Select
              label={say('copy.language')}
              value={locale}
              options={COPY_LOCALES.map((one) => ({ value: one, label: say(`copy.language.${one}`) }))}
              onChange={(language) => setSearch((before) => withQuery(before, { language }))}
            />
            <InlineStack gap="200">
              {waiting.length > 0 && (
                <Button loading={isBusy} onClick={() => send({ kind: 'approve-waiting', locale })}>
                  {say('copy.approve-all', { sentences: count(waiting.length) })}
                </Button>
              )}
              {off.length > 0 && (
                <>
                  <Button loading={isBusy} onClick={() => send({ kind: 'approve', sentences: off.map(place) })}>
                    {say('copy.switch-on-all', { sentences: count(off.length) })}
                  </Button>
                  <Button variant="primary" loading={isBusy} onClick={() => send({ kind: 'approve-templates' })}>
                    {say('copy.switch-on-everywhere')}
                  </Button>
                </>
              )}
            </InlineStack>
          </InlineStack>
        </Card>
        <QuestionsCard locale={locale} questions={shown.questions} />
        <ModelCard {...shown} />
        {facets.map((facet) => (
          <TitledCard key={facet} title={say(`copy.facet.${facet}`)} help={say(`copy.facet.${facet}.help`)}>
            {lines
              .filter((group) => group.facet === facet)
              .map((group) => (
                <SentenceLines key={`${group.key}/${locale}`} group={group} locale={locale} />
              ))}
          </TitledCard>
        ))}
        {cards.length > 0 && (
          <TitledCard title={say('copy.cards')} help={say('copy.cards.help')}>
            {cards.map((group) => (
              <SentenceLines key={`${group.key}/${locale}`} group={group} locale={locale} />
            ))}
          </TitledCard>
        )}
        <TitledCard title={say('copy.headings')} help={say('copy.headings.help')}>
          {headings.map((group) => (
            <SentenceLines key={`${group.key}/${locale}`} group={group} locale={locale} />
          ))}
        </TitledCard>
        <BoardCard board={shown.board} />
        <CopySettings language={shown.language} never={shown.never} />
        <Text as="p" tone="subdued">
          {say('copy.who')}
        </Text>
      </BlockStack>
    </Page>
  )
}
