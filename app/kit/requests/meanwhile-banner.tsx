import { Banner, BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

interface MeanwhileBannerProps {
  /** What another made of it, a line each. */
  readonly did: readonly string[]
  onKeepMine(): void
  onTakeTheirs(): void
}

/** Nothing was saved: somebody saved others since the page was opened. Tells what they did, and asks whose is to stand. */
export function MeanwhileBanner({ did, onKeepMine, onTakeTheirs }: MeanwhileBannerProps) {
  const { say } = useWords()
  return (
    <Banner tone="warning" title={say('conflict.settings')}>
      <BlockStack gap="200">
        <Text as="p">{say('conflict.changed.help')}</Text>
        {did.map((line) => (
          <Text as="p" key={line} fontWeight="semibold">
            {line}
          </Text>
        ))}
        <ButtonGroup>
          <Button onClick={onKeepMine}>{say('conflict.keep-mine')}</Button>
          <Button onClick={onTakeTheirs}>{say('conflict.take-theirs')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  )
}
