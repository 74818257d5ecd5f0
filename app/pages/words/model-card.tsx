import { useRevalidator } from '@remix-run/react'
import { BlockStack, Box, Button, InlineStack, ProgressBar, Text, TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { WordsShown } from './load-words.server.ts'
import { useWordsWish } from './use-words-wish.ts'

const AGAIN_MS = 2_000
/** As much again as is expected: what must be mended costs, too. */
const ROOM = 2

/** Has a model write sentences that wait for a person; what that will cost is said, and bounded, before it begins. */
export function ModelCard({ locale, model, run }: WordsShown) {
  const { say, count } = useWords()
  const { send, isBusy } = useWordsWish()
  const isRunning = run?.state === 'running'
  useAgain(isRunning)
  const [typed, setTyped] = useState<string>()
  if (!model)
    return (
      <TitledCard title={say('words.model')} help={say('words.model.help')}>
        <Text as="p">{say('words.model.none')}</Text>
      </TitledCard>
    )
  const most = typed ?? String(Math.max(1_000, model.costs.all.tokens * ROOM))
  const mostTokens = Math.trunc(Number(most))
  const isBound = mostTokens >= 1_000 && mostTokens <= 50_000_000
  const cost = ({ tokens, dollars }: typeof model.costs.one) =>
    dollars === null
      ? say('words.model.tokens', { tokens: count(tokens) })
      : say('words.model.dollars', { tokens: count(tokens), dollars: dollars.toFixed(2) })
  return (
    <TitledCard title={say('words.model')} help={say('words.model.help')}>
      <BlockStack gap="100">
        <Text as="p">{say('words.model.asked', { model: model.name })}</Text>
        <Text as="p">{say('words.model.costs', { one: cost(model.costs.one), all: cost(model.costs.all) })}</Text>
      </BlockStack>
      {run && (
        <BlockStack gap="200">
          <Text as="p">
            {say(`words.run.${run.state}`, {
              done: count(run.done),
              total: count(run.total),
              spent: count(run.spent),
              most: count(run.mostTokens),
              why: run.failure ?? '',
            })}
          </Text>
          {isRunning && <ProgressBar progress={(100 * run.done) / Math.max(1, run.total)} size="small" />}
        </BlockStack>
      )}
      {isRunning ? (
        <Box>
          <Button loading={isBusy} onClick={() => send({ kind: 'stop-writing' })}>
            {say('words.model.stop')}
          </Button>
        </Box>
      ) : (
        <>
          <TextField
            label={say('words.model.most')}
            helpText={say('words.model.most.help')}
            type="integer"
            value={most}
            onChange={setTyped}
            autoComplete="off"
            {...(!isBound && { error: say('words.model.most.fault') })}
          />
          <InlineStack gap="200">
            {run && run.state !== 'done' && (
              <Button variant="primary" disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'go-on-writing', mostTokens })}>
                {say('words.model.go-on')}
              </Button>
            )}
            <Button disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'write', locales: [locale], mostTokens })}>
              {say('words.model.write', { language: say(`words.language.${locale}`) })}
            </Button>
            <Button disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'write', locales: [...COPY_LOCALES], mostTokens })}>
              {say('words.model.write-all')}
            </Button>
          </InlineStack>
        </>
      )}
    </TitledCard>
  )
}

/** Reads the page again as long as something is under way. */
function useAgain(isRunning: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(revalidate, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isRunning, revalidate])
}
