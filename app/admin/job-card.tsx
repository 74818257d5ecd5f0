import { BlockStack, Card, Divider, Text } from '@shopify/polaris'
import { Children, Fragment, type ReactNode } from 'react'

/** A card of lines with rules between them, under a heading and a sentence about them. */
export function JobCard({ title, help, children }: { title: string; help?: string | undefined; children?: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {help && (
            <Text as="p" tone="subdued">
              {help}
            </Text>
          )}
        </BlockStack>
        {Children.map(children, (line) => (
          <Fragment>
            <Divider />
            {line}
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  )
}
