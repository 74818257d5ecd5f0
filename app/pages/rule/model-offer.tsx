import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { useState } from 'react'
import { MOST_TOKENS } from '#app/copy/write/what-it-costs.ts'
import { AtWork } from '#app/kit/at-work.tsx'
import { NumberField } from '#app/kit/number-field.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { OfferedModel } from './said-answer.ts'
import type { ModelReading } from './use-model-reading.ts'

/** Tokens a month that are proposed: some dozens of sentences. */
const USUAL_BOUND = 100_000

interface ModelOfferProps {
  readonly model: OfferedModel
  readonly reading: ModelReading
  /** With another bound on what a month may take, where it was changed. */
  onBegin(mostTokens: number | undefined): void
}

/** Offers to have a model read what is left of the sentence. What it is sent, takes and may take is said before. */
export function ModelOffer({ model, reading, onBegin }: ModelOfferProps) {
  const { say, count } = useWords()
  const { budget, name, tokens, dollars } = model
  const [bound, setBound] = useState(budget.mostTokens)
  const isUsedUp = reading.answer?.kind === 'unread' && reading.answer.why === 'spent'
  const [wantsChange, setWantsChange] = useState(false)
  const [most, setMost] = useState(budget.mostTokens || USUAL_BOUND)
  const isChanging = wantsChange || bound === 0 || isUsedUp
  const isBound = Number.isInteger(most) && most >= 0 && most <= MOST_TOKENS
  const cost =
    dollars === null
      ? say('copy.model.tokens', { tokens: count(tokens) })
      : say('copy.model.dollars', { tokens: count(tokens), dollars: dollars.toFixed(4) })
  if (reading.isReading)
    return (
      <InlineStack gap="300" blockAlign="center">
        <AtWork words={say('said.model.reading', { model: name })} />
        <Button variant="plain" onClick={reading.stop}>
          {say('said.model.stop')}
        </Button>
      </InlineStack>
    )
  const begin = () => {
    setWantsChange(false)
    if (isChanging) setBound(most)
    onBegin(isChanging ? most : undefined)
  }
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {say('said.model.offer', { model: name, cost })}
      </Text>
      {isChanging && (
        <NumberField
          label={say('said.model.most')}
          help={say('said.model.used', { spent: count(budget.spent) })}
          number={most}
          fault={!isBound && say('said.model.most.fault')}
          onChange={setMost}
        />
      )}
      <InlineStack gap="300" blockAlign="center">
        <Button disabled={isChanging && !isBound} onClick={begin}>
          {say('said.model.read', { model: name })}
        </Button>
        {!isChanging && (
          <Button variant="plain" onClick={() => setWantsChange(true)}>
            {say('said.model.change', { most: count(bound) })}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  )
}
