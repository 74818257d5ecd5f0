import { Button, InlineStack, Link, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { LONGEST_VALUE } from '#app/copy/facts/fact.ts'
import type { Facet } from '#app/copy/facts/facet.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShownGroup } from './load-copy.server.ts'
import { useCopyWish } from './use-copy-wish.ts'

interface OutlierProps {
  readonly outlier: ShownGroup['outliers'][number]
  readonly facet: Exclude<Facet, 'price'>
  readonly locale: CopyLocale
}

/** What is said of one product unlike the others, with its detail to be put right: that is this person's word from then on. */
export function Outlier({ outlier: { product, title, text }, facet, locale }: OutlierProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState<string>()
  const { send, isBusy } = useCopyWish(() => setTyped(undefined))
  const label = say('copy.correct.label', { detail: say(`copy.facet.${facet}`), product: title })
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">
        <bdi lang={locale}>{text}</bdi> <Link url={`/app/products/${product}`}>{title}</Link>
      </Text>
      {typed === undefined ? (
        <Button
          variant="plain"
          accessibilityLabel={say('copy.action.of', { action: say('copy.correct'), sentence: title })}
          onClick={() => setTyped('')}
        >
          {say('copy.correct')}
        </Button>
      ) : (
        <TextField
          label={label}
          labelHidden
          placeholder={say(`copy.facet.${facet}`)}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={LONGEST_VALUE}
          connectedRight={
            <Button
              loading={isBusy}
              disabled={typed.trim() === ''}
              onClick={() => send({ kind: 'confirm', product, facet, value: typed.trim() })}
            >
              {say('copy.correct.save')}
            </Button>
          }
        />
      )}
    </InlineStack>
  )
}
