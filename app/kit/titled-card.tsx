import { BlockStack, Card, Text, type BlockStackProps } from '@shopify/polaris'
import type { ReactNode } from 'react'

interface TitledCardProps {
  readonly title: string
  /** A sentence about what the card holds. */
  readonly help?: string | undefined
  readonly gap?: BlockStackProps['gap']
  readonly children?: ReactNode
}

/** A card under a heading. */
export function TitledCard({ title, help, gap = '400', children }: TitledCardProps) {
  return (
    <Card>
      <BlockStack gap={gap}>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {help && (
            <Text as="p" tone="subdued">
              {help}
            </Text>
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  )
}
