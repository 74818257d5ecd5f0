import { Button, InlineStack, Link, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import type { Facet } from '#app/copy/facts/facet.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShownGroup } from './load-words.server.ts'
import { useWordsWish } from './use-words-wish.ts'

interface OutlierProps {
  readonly outlier: ShownGroup['outliers'][number]
  readonly facet: Facet
  readonly locale: CopyLocale
}

/** What is said of one product unlike the others, with its detail to be put right: that is this person's word from then on. */
export function Outlier({ outlier: { product, title, text }, facet, locale }: OutlierProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState<string>()
  const { send, isBusy } = useWordsWish(() => setTyped(undefined))
  const label = say('words.correct.label', { detail: say(`words.facet.${facet}`), product: title })
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">
        <bdi lang={locale}>{text}</bdi> <Link url={`/app/products/${product}`}>{title}</Link>
      </Text>
      {typed === undefined ? (
        facet !== 'price' && (
          <Button
            variant="plain"
            accessibilityLabel={say('words.action.of', { action: say('words.correct'), sentence: title })}
            onClick={() => setTyped('')}
          >
            {say('words.correct')}
          </Button>
        )
      ) : (
        <TextField
          label={label}
          labelHidden
          placeholder={say(`words.facet.${facet}`)}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={40}
          connectedRight={
            <Button
              loading={isBusy}
              disabled={typed.trim() === ''}
              onClick={() => send({ kind: 'confirm', product, facet, value: typed.trim() })}
            >
              {say('words.correct.save')}
            </Button>
          }
        />
      )}
    </InlineStack>
  )
}
