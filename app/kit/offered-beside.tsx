import { BlockStack, Box, Divider } from '@shopify/polaris'
import type { PicturedProduct } from '#app/wording/pictured.ts'
import { ProductLine } from './product-line.tsx'

export interface OfferedBesideProps {
  readonly beside: PicturedProduct
  readonly offered: readonly PicturedProduct[]
}

/** A product, and below it what is offered on its page, in order. */
export function OfferedBeside({ beside, offered }: OfferedBesideProps) {
  return (
    <BlockStack gap="200">
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
  )
}
