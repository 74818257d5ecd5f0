import { InlineStack, Text, type TextProps } from '@shopify/polaris'
import type { ReactNode } from 'react'

interface BadgedTitleProps {
  readonly title: string
  readonly as?: 'h2' | 'h3'
  readonly variant?: TextProps['variant']
  /** The badge. */
  readonly children: ReactNode
}

/** The heading of one thing among several, with a badge that tells its state; both wrap on a phone. */
export function BadgedTitle({ title, as = 'h3', variant = 'headingSm', children }: BadgedTitleProps) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as={as} variant={variant}>
        {title}
      </Text>
      {children}
    </InlineStack>
  )
}
