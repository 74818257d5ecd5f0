import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris'
import type { PropsWithChildren } from 'react'

interface Way {
  readonly content: string
  readonly url?: string
  readonly onAction?: () => void
  readonly loading?: boolean
}

interface NothingYetProps {
  readonly heading: string
  readonly action?: Way | undefined
  readonly secondaryAction?: Way
}

/** Says why a list is empty, and where to go from there. Polaris' own keeps a place for a picture, and moves the words once it knows of none. */
export function NothingYet({ heading, action, secondaryAction, children }: PropsWithChildren<NothingYetProps>) {
  const ways = [secondaryAction, action].flatMap((way) => way ?? [])
  return (
    <Box paddingBlock="1200">
      <BlockStack gap="400" inlineAlign="center">
        <Box maxWidth="400px">
          <BlockStack gap="150" inlineAlign="center">
            <Text as="h2" variant="headingMd" alignment="center">
              {heading}
            </Text>
            <Text as="span" variant="bodySm" alignment="center">
              {children}
            </Text>
          </BlockStack>
        </Box>
        {ways.length > 0 && (
          <InlineStack align="center" gap="200">
            {ways.map(({ content, url, onAction, loading = false }) => (
              <Button
                key={content}
                loading={loading}
                variant={content === action?.content ? 'primary' : 'secondary'}
                {...(url !== undefined && { url })}
                {...(onAction && { onClick: onAction })}
              >
                {content}
              </Button>
            ))}
          </InlineStack>
        )}
      </BlockStack>
    </Box>
  )
}
