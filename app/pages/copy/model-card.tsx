import { BlockStack, Box, Button, InlineStack, ProgressBar, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { LEAST_TOKENS, MOST_TOKENS } from '#app/copy/write/what-it-costs.ts'
import { usePolling } from '#app/kit/requests/use-polling.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { CopyShown } from './load-copy.server.ts'
import { useCopyWish } from './use-copy-wish.ts'

const AGAIN_MS = 2_000
/** As much again as is expected: what must be mended costs, too. */
const ROOM = 2

/** Has a model write sentences that wait for a person; what that will cost is said, and bounded, before it begins. */
export function ModelCard({ locale, model, run }: CopyShown) {
  const { say, count } = useWords()
  const { send, isBusy } = useCopyWish()
  const isRunning = run?.state === 'running'
  usePolling(isRunning ? AGAIN_MS : null)
  const [typed, setTyped] = useState<string>()
  if (!model)
    return (
      <TitledCard title={say('copy.model')} help={say('copy.model.help')}>
        <Text as="p">{say('copy.model.none')}</Text>
      </TitledCard>
    )
  const most = typed ?? String(Math.max(LEAST_TOKENS, model.costs.all.tokens * ROOM))
  const mostTokens = Math.trunc(Number(most))
  const isBound = mostTokens >= LEAST_TOKENS && mostTokens <= MOST_TOKENS
  const cost = ({ tokens, dollars }: typeof model.costs.one) =>
    dollars === null
      ? say('copy.model.tokens', { tokens: count(tokens) })
      : say('copy.model.dollars', { tokens: count(tokens), dollars: dollars.toFixed(2) })
  return (
    <TitledCard title={say('copy.model')} help={say('copy.model.help')}>
      <BlockStack gap="100">
        <Text as="p">{say('copy.model.asked', { model: model.name })}</Text>
        <Text as="p">{say('copy.model.costs', { one: cost(model.costs.one), all: cost(model.costs.all) })}</Text>
      </BlockStack>
      {run && (
        <BlockStack gap="200">
          <Text as="p">
            {say(`copy.run.${run.state}`, {
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
            {say('copy.model.stop')}
          </Button>
        </Box>
      ) : (
        <>
          <TextField
            label={say('copy.model.most')}
            helpText={say('copy.model.most.help')}
            type="integer"
            value={most}
            onChange={setTyped}
            autoComplete="off"
            {...(!isBound && { error: say('copy.model.most.fault') })}
          />
          <InlineStack gap="200">
            {run && run.state !== 'done' && (
              <Button variant="primary" disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'go-on-writing', mostTokens })}>
                {say('copy.model.go-on')}
              </Button>
            )}
            <Button disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'write', locales: [locale], mostTokens })}>
              {say('copy.model.write', { language: say(`copy.language.${locale}`) })}
            </Button>
            <Button disabled={!isBound} loading={isBusy} onClick={() => send({ kind: 'write', locales: [...COPY_LOCALES], mostTokens })}>
              {say('copy.model.write-all')}
            </Button>
          </InlineStack>
        </>
      )}
    </TitledCard>
  )
}
