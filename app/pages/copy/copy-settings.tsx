import { Box, Button, Select, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { COPY_LOCALES, type CopyLocale } from '#app/copy/sentences/locale.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { useCopyWish } from './use-copy-wish.ts'

interface CopySettingsProps {
  readonly language: CopyLocale
  readonly never: readonly string[]
}

/** The language that products are written in, and what is never to be said. */
export function CopySettings({ language, never }: CopySettingsProps) {
  const { say } = useWords()
  const [chosen, setChosen] = useState(language)
  const [typed, setTyped] = useState(never.join('\n'))
  const { send, isBusy } = useCopyWish()
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <TitledCard title={say('copy.settings')}>
      <Select
        label={say('copy.settings.language')}
        helpText={say('copy.settings.language.help')}
        value={chosen}
        options={COPY_LOCALES.map((one) => ({ value: one, label: say(`copy.language.${one}`) }))}
        onChange={(value) => setChosen(COPY_LOCALES.find((one) => one === value) ?? language)}
      />
      <TextField
        label={say('copy.settings.never')}
        helpText={say('copy.settings.never.help')}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        multiline={3}
        maxHeight={240}
      />
      <Box>
        <Button loading={isBusy} onClick={() => send({ kind: 'settings', language: chosen, never: lines })}>
          {say('copy.settings.save')}
        </Button>
      </Box>
    </TitledCard>
  )
}
