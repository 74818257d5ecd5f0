import { BlockStack, Text } from '@shopify/polaris'
import { OfferedBeside } from '#app/kit/offered-beside.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { ImportView } from './import-view.ts'

/** The first rules that an import would make: a product, and what would stand beside it in this order. */
export function ImportExamples({ view: { drafts, examples } }: { view: ImportView }) {
  const { say, count } = useWords()
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say('import.would')}
      </Text>
      {examples.map((example) => (
        <OfferedBeside key={example.beside.id} {...example} />
      ))}
      {drafts > examples.length && (
        <Text as="p" tone="subdued">
          {say('import.more', { more: count(drafts - examples.length) })}
        </Text>
      )}
    </BlockStack>
  )
}
