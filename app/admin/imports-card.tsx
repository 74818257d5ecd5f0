import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { useEffect } from 'react'
import type { ListedImport } from './imported.ts'
import { TitledCard } from './titled-card.tsx'
import { useTakeBack } from './use-take-back.ts'
import { useTime } from './use-time.ts'
import { useWords } from './words.tsx'

/** What was brought over and can still be taken back; nothing where there is none. */
export function ImportsCard({ imports }: { imports: readonly ListedImport[] }) {
  const { say } = useWords()
  if (imports.length === 0) return null
  return (
    <TitledCard title={say('import.so-far')} help={say('import.so-far.help')}>
      {imports.map((one) => (
        <ImportLine key={`${one.source} ${one.at}`} {...one} />
      ))}
    </TitledCard>
  )
}

function ImportLine({ drafts, untouched, ...imported }: ListedImport) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const time = useTime()(imported.at)
  const { takeBack, isBusy, told } = useTakeBack()
  useEffect(() => {
    if (told) shopify.toast.show(told)
  }, [told, shopify])
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {say(`import.so-far.${imported.source}`, { time })}
        </Text>
        <Text as="p" tone="subdued">
          {say('import.so-far.drafts', { drafts: count(drafts), untouched: count(untouched) })}
        </Text>
      </BlockStack>
      <Button loading={isBusy} accessibilityLabel={say('import.take-back.named', { time })} onClick={() => takeBack(imported)}>
        {say('import.take-back')}
      </Button>
    </InlineStack>
  )
}
