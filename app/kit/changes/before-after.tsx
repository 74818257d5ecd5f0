import { BlockStack, InlineGrid, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { useWords } from '#app/kit/use-words.tsx'

/** Two states beside each other, or on a narrow screen one below the other. */
export function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
  const { say } = useWords()
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <Side title={say('review.before')}>{before}</Side>
      <Side title={say('review.after')}>{after}</Side>
    </InlineGrid>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="p" variant="bodySm" fontWeight="semibold">
        {title}
      </Text>
      {children}
    </BlockStack>
  )
}
