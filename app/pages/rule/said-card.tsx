import { BlockStack, Box, Button, Card, Text, TextField } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useSend } from '#app/kit/requests/use-send.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Rule } from '#app/rules/rule.ts'
import { LONGEST_SAYING } from '#app/rules/sayings/names.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { ModelOffer } from './model-offer.tsx'
import type { SaidAnswer, SaidRule } from './said-answer.ts'
import { SaidParts } from './said-parts.tsx'
import { useModelReading } from './use-model-reading.ts'

interface SaidCardProps {
  readonly rule: Rule
  /** Puts what was understood into the form. */
  onRead(rule: Rule): void
}

/** One sentence that fills the form below; what of it was not understood is underlined, and may be read by a model where there is one. */
export function SaidCard({ rule, onRead }: SaidCardProps) {
  const { say } = useWords()
  const { rememberTitle } = useBuilder()
  const [sentence, setSentence] = useState('')
  const [begunOn, setBegunOn] = useState<Rule>()
  const [isTaken, setTaken] = useState(false)
  const put = (understood: SaidRule) => {
    for (const { kind, id, title } of understood.titles) rememberTitle(kind, id, title)
    onRead({ ...understood.rule, id: rule.id, priority: rule.priority })
  }
  const sending = useSend<SaidAnswer>('/app/rules/said', (answer) => {
    if (answer.kind === 'understood') put(answer)
  })
  const latest = useRef(rule)
  useEffect(() => {
    latest.current = rule
  })
  const reading = useModelReading((understood) => {
    // What somebody has filled in while the model read stays until they say otherwise.
    const isUntouched = begunOn !== undefined && isSame(begunOn, latest.current)
    setTaken(isUntouched)
    if (isUntouched) put(understood)
  })
  const { answer } = sending
  const model = answer?.model
  const byModel = reading.answer?.kind === 'understood' ? reading.answer : undefined
  const send = () => {
    if (sentence.trim() === '') return
    reading.stop()
    sending.send('post', { id: rule.id, sentence })
  }
  return (
    <Card>
      <BlockStack gap="200">
        <TextField
          label={say('said.label')}
          helpText={say('said.help')}
          placeholder={say('said.example')}
          value={sentence}
          onChange={setSentence}
          autoComplete="off"
          maxLength={LONGEST_SAYING}
          connectedRight={
            <Button loading={sending.isBusy} onClick={send}>
              {say('said.fill')}
            </Button>
          }
        />
        <div role="status">
          {!byModel && answer?.kind === 'not-understood' && <Text as="p">{say('said.nothing')}</Text>}
          {!byModel && answer?.kind === 'understood' && <SaidParts parts={answer.parts} />}
          {byModel && model && <SaidParts parts={byModel.parts} model={model.name} />}
          {reading.answer?.kind === 'unread' && model && (
            <Text as="p">{say(`said.model.unread.${reading.answer.why}`, { model: model.name })}</Text>
          )}
          {sending.refused && <Text as="p">{say('said.failed')}</Text>}
        </div>
        {byModel && !isTaken && (
          <Box>
            <Button
              onClick={() => {
                setTaken(true)
                put(byModel)
              }}
            >
              {say('said.model.take')}
            </Button>
          </Box>
        )}
        {model && !byModel && !sending.isBusy && (
          <ModelOffer
            model={model}
            reading={reading}
            onBegin={(mostTokens) => {
              setBegunOn(rule)
              reading.begin({ sentence, ...(mostTokens !== undefined && { mostTokens }) })
            }}
          />
        )}
      </BlockStack>
    </Card>
  )
}
