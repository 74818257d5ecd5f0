import { Badge, BlockStack, Button, InlineStack, Link, Text, TextField, type BadgeProps } from '@shopify/polaris'
import { useState } from 'react'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { WordsShown } from './load-words.server.ts'
import { sayFault } from './say-fault.ts'
import { useWordsWish } from './use-words-wish.ts'

type Shown = WordsShown['sentences'][number]

const TONE_OF = { approved: 'success', waiting: 'attention', off: undefined, declined: undefined } as const satisfies Record<
  Shown['state'],
  BadgeProps['tone']
>

/** One sentence: what it says of which products, who let it be said, and what can be decided. */
export function SentenceLine({ sentence }: { readonly sentence: Shown }) {
  const { say, count } = useWords()
  const time = useTime()
  const [typed, setTyped] = useState<string>()
  const { send, isBusy, faults } = useWordsWish(() => setTyped(undefined))
  const { id, locale, facet, tone, words, writer, state, products, withdrawn, examples, outliers, by, decidedAt, fault } = sentence
  const place = { id, locale, facet, tone }
  const approveIt = say(writer === 'template' ? 'words.switch-on' : 'words.approve')
  const declineIt = say(writer === 'template' ? 'words.switch-off' : 'words.decline')
  const named = (action: string) => say('words.action.of', { action, sentence: words })
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {say(`words.tone.${tone}`)}
        </Text>
        <Badge {...(TONE_OF[state] && { tone: TONE_OF[state] })}>{say(`words.state.${state}`)}</Badge>
        <Badge>{say(`words.writer.${writer}`)}</Badge>
        <Text as="span" tone="subdued">
          {say('words.reaches', { products: count(products) })}
        </Text>
      </InlineStack>
      {typed === undefined ? (
        <Examples examples={examples} words={words} locale={locale} />
      ) : (
        <TextField
          label={say('words.edit.label')}
          helpText={say('words.edit.help', { hole: `{{${facet}}}` })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          multiline={2}
          maxLength={400}
          {...(faults.length > 0 && { error: faults.map((fault) => sayFault(fault, say)).join(' ') })}
        />
      )}
      {outliers.length > 0 && (
        <BlockStack gap="050">
          <Text as="p" tone="subdued">
            {say('words.outliers')}
          </Text>
          {outliers.map(({ product, title, text }) => (
            <Text as="p" key={product}>
              <bdi lang={locale}>{text}</bdi> <Link url={`/app/products/${product}`}>{title}</Link>
            </Text>
          ))}
        </BlockStack>
      )}
      {fault && <Text as="p">{sayFault(fault, say)}</Text>}
      {withdrawn > 0 && <Text as="p">{say('words.withdrawn', { products: count(withdrawn) })}</Text>}
      {by && decidedAt && state !== 'waiting' && (
        <Text as="p" tone="subdued">
          {say(`words.by.${by}`, { when: time(decidedAt) })}
        </Text>
      )}
      <InlineStack gap="200">
        {typed === undefined ? (
          <>
            {state !== 'approved' && !fault && (
              <Button loading={isBusy} accessibilityLabel={named(approveIt)} onClick={() => send({ kind: 'approve', sentences: [place] })}>
                {approveIt}
              </Button>
            )}
            {(state === 'approved' || state === 'waiting') && (
              <Button loading={isBusy} accessibilityLabel={named(declineIt)} onClick={() => send({ kind: 'decline', sentences: [place] })}>
                {declineIt}
              </Button>
            )}
            <Button variant="plain" accessibilityLabel={named(say('words.edit'))} onClick={() => setTyped(words)}>
              {say('words.edit')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="primary" loading={isBusy} onClick={() => send({ kind: 'rewrite', sentence: place, words: typed })}>
              {say('words.edit.save')}
            </Button>
            <Button onClick={() => setTyped(undefined)}>{say('words.edit.cancel')}</Button>
          </>
        )}
      </InlineStack>
    </BlockStack>
  )
}

function Examples({ examples, words, locale }: Pick<Shown, 'examples' | 'words' | 'locale'>) {
  return (
    <BlockStack gap="050">
      {(examples.length > 0 ? examples : [{ product: 0, title: '', text: words }]).map(({ product, title, text }) => (
        <Text as="p" key={product}>
          <bdi lang={locale}>{text}</bdi>{' '}
          {title && (
            <Text as="span" tone="subdued">
              {title}
            </Text>
          )}
        </Text>
      ))}
    </BlockStack>
  )
}
