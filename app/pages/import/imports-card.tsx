import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { useState } from 'react'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ListedImport } from './imported.ts'
import { useTakeBack } from './use-take-back.ts'

/** What was brought over and can still be taken back; nothing where there is none. */
export function ImportsCard({ imports }: { imports: readonly ListedImport[] }) {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { takeBack, isBusy } = useTakeBack((told) => shopify.toast.show(told))
  const [taken, setTaken] = useState<ListedImport>()
  if (imports.length === 0) return null
  return (
    <TitledCard title={say('import.so-far')} help={say('import.so-far.help')}>
      {imports.map((one) => (
        <ImportLine
          key={`${one.source} ${one.at}`}
          {...one}
          goes={isBusy && one === taken}
          onTakeBack={() => {
            setTaken(one)
            takeBack(one)
          }}
        />
      ))}
    </TitledCard>
  )
}

interface ImportLineProps extends ListedImport {
  /** Whether it is being taken back. */
  readonly goes: boolean
  readonly onTakeBack: () => void
}

function ImportLine({ source, at, drafts, untouched, goes, onTakeBack }: ImportLineProps) {
  const { say, count } = useWords()
  const time = useTime()(at)
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {say(`import.so-far.${source}`, { time })}
        </Text>
        <Text as="p" tone="subdued">
          {say('import.so-far.drafts', { drafts: count(drafts), untouched: count(untouched) })}
        </Text>
      </BlockStack>
      <Button loading={goes} accessibilityLabel={say('import.take-back.named', { time })} onClick={onTakeBack}>
        {say('import.take-back')}
      </Button>
    </InlineStack>
  )
}
