import { BlockStack, Button, Card, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useSend } from '#app/kit/requests/use-send.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Rule } from '#app/rules/rule.ts'
import { LONGEST_SAYING } from '#app/rules/sayings/names.ts'
import type { SaidAnswer } from './said-route.ts'

interface SaidCardProps {
  readonly rule: Rule
  /** Puts what was understood into the form. */
  onRead(rule: Rule): void
}

/** One sentence that fills the form below; what of it was not understood is underlined. */
export function SaidCard({ rule, onRead }: SaidCardProps) {
  const { say } = useWords()
  const { rememberTitle } = useBuilder()
  const [sentence, setSentence] = useState('')
  const sending = useSend<SaidAnswer>('/app/rules/said', (answer) => {
    if (answer.kind !== 'understood') return
    for (const { kind, id, title } of answer.titles) rememberTitle(kind, id, title)
    onRead({ ...answer.rule, id: rule.id, priority: rule.priority })
  })
  const { answer } = sending
  const send = () => sentence.trim() !== '' && sending.send('post', { id: rule.id, sentence })
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
          {answer?.kind === 'not-understood' && <Text as="p">{say('said.nothing')}</Text>}
          {answer?.kind === 'understood' && (
            <Text as="p">
              {say(answer.parts.some(({ isUnknown }) => isUnknown) ? 'said.partly' : 'said.all')}{' '}
              {answer.parts.map(({ text, isUnknown }, at) => (isUnknown ? <u key={at}>{text}</u> : <span key={at}>{text}</span>))}
            </Text>
          )}
          {sending.refused && <Text as="p">{say('said.failed')}</Text>}
        </div>
      </BlockStack>
    </Card>
  )
}
