import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { AMOUNTS, isAmount } from '#app/copy/sentences/hole.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { LONGEST_SENTENCE } from '#app/copy/sentences/sentence.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShownGroup } from './load-copy.server.ts'
import { sayFault } from './say-fault.ts'
import { useCopyWish } from './use-copy-wish.ts'

interface SentenceEditorProps {
  readonly sentence: ShownGroup['sentences'][number]
  readonly locale: CopyLocale
  close(): void
}

/** A person's own words in place of a sentence's. */
export function SentenceEditor({ sentence: { id, facet, tone, words }, locale, close }: SentenceEditorProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(words)
  const { send, isBusy, faults } = useCopyWish(close)
  return (
    <BlockStack gap="200">
      <TextField
        label={say('copy.edit.label')}
        {...(tone !== 'heading' && {
          helpText: say('copy.edit.help', { hole: (isAmount(facet) ? AMOUNTS : [facet]).map((hole) => `{{${hole}}}`).join(', ') }),
        })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        multiline={2}
        maxLength={LONGEST_SENTENCE}
        {...(faults.length > 0 && { error: faults.map((fault) => sayFault(fault, say)).join(' ') })}
      />
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={isBusy}
          onClick={() => send({ kind: 'rewrite', sentence: { id, locale, facet, tone }, words: typed })}
        >
          {say('copy.edit.save')}
        </Button>
        <Button onClick={close}>{say('copy.edit.cancel')}</Button>
      </InlineStack>
    </BlockStack>
  )
}
