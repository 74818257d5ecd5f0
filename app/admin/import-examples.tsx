import { BlockStack, Box, Divider, Text } from '@shopify/polaris'
import type { ImportView } from './import-view.ts'
import { ProductLine } from './product-line.tsx'
import { useWords } from './words.tsx'

/** The first rules that an import would make: a product, and what would stand beside it in this order. */
export function ImportExamples({ view: { drafts, examples } }: { view: ImportView }) {
  const { say, count } = useWords()
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say('import.would')}
      </Text>
      {examples.map(({ beside, offered }) => (
        <BlockStack gap="200" key={beside.id}>
          <Divider />
          <ProductLine product={beside} strong />
          <Box paddingInlineStart="400">
            <BlockStack gap="200">
              {offered.map((product) => (
                <ProductLine key={product.id} product={product} />
              ))}
            </BlockStack>
          </Box>
        </BlockStack>
      ))}
      {drafts > examples.length && (
        <Text as="p" tone="subdued">
          {say('import.more', { more: count(drafts - examples.length) })}
        </Text>
      )}
    </BlockStack>
  )
}
