import { BlockStack, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import { AtWork } from '#app/kit/at-work.tsx'
import { useWords } from '#app/kit/use-words.tsx'

interface SendingProps {
  /** The share of the file that has gone, from 0 to 1; 1 once it is being read. */
  readonly share: number
  onStop(): void
}

/** How far a file has come, and the way out of it. */
export function Sending({ share, onStop }: SendingProps) {
  const { say, count } = useWords()
  const percent = Math.floor(100 * share)
  return (
    <BlockStack gap="200">
      {share < 1 ? (
        <>
          <Text as="p" tone="subdued" id="import-sending">
            {say('import.csv.sending', { percent: count(percent) })}
          </Text>
          <ProgressBar progress={percent} size="small" animated={false} ariaLabelledBy="import-sending" />
        </>
      ) : (
        <AtWork words={say('import.csv.reading')} />
      )}
      <InlineStack>
        <Button onClick={onStop}>{say('import.csv.stop')}</Button>
      </InlineStack>
    </BlockStack>
  )
}
