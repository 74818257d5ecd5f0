import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris'
import { useState } from 'react'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShownGroup } from './load-words.server.ts'
import { sayFault } from './say-fault.ts'
import { useWordsWish } from './use-words-wish.ts'

interface SentenceEditorProps {
  readonly sentence: ShownGroup['sentences'][number]
  readonly locale: CopyLocale
  close(): void
}

/** A person's own words in place of a sentence's. */
export function SentenceEditor({ sentence: { id, facet, tone, words }, locale, close }: SentenceEditorProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(words)
  const { send, isBusy, faults } = useWordsWish(close)
  return (
    <BlockStack gap="200">
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
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={isBusy}
          onClick={() => send({ kind: 'rewrite', sentence: { id, locale, facet, tone }, words: typed })}
        >
          {say('words.edit.save')}
        </Button>
        <Button onClick={close}>{say('words.edit.cancel')}</Button>
      </InlineStack>
    </BlockStack>
  )
}
