import { InlineStack, Text, Thumbnail } from '@shopify/polaris'
import { ImageIcon } from '@shopify/polaris-icons'
import type { ReactNode } from 'react'
import type { PicturedProduct } from '#app/wording/pictured.ts'
import { useWords } from './use-words.tsx'

/** A product in one line: picture, title, price, and what else there is to say. */
export function ProductLine({ product, strong = false, children }: { product: PicturedProduct; strong?: boolean; children?: ReactNode }) {
  const { money } = useWords()
  return (
    <InlineStack gap="300" wrap={false} blockAlign="center">
      <div style={{ flex: 'none' }}>
        <Thumbnail size="small" source={product.pictureUrl ?? ImageIcon} alt="" />
      </div>
      <div style={{ minWidth: 0 }}>
        <Text as="p" fontWeight={strong ? 'semibold' : 'regular'}>
          {product.title}
        </Text>
        {product.price !== null && (
          <Text as="p" tone="subdued" variant="bodySm">
            {money(product.price)}
          </Text>
        )}
        {children}
      </div>
    </InlineStack>
  )
}
