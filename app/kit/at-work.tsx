import { InlineStack, Spinner, Text } from '@shopify/polaris'

/** Says that something is being worked on, in words. */
export function AtWork({ words }: { words: string }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Spinner size="small" />
      <Text as="span" tone="subdued">
        {words}
      </Text>
    </InlineStack>
  )
}
