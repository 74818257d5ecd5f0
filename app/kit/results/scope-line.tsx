import { Badge, BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { ScopeKnown } from '#app/measure/boards/by-scope.ts'
import { RangeBar } from './range-bar.tsx'
import type { Scale } from './scale-of.ts'

interface ScopeLineProps {
  readonly name: string
  /** Where it is changed; null where there is nothing to change. */
  readonly url: string | null
  readonly known: Pick<ScopeKnown, 'visitors' | 'effect' | 'bought'>
  /** On which what it brings is drawn, beside that of others; undefined draws nothing. */
  readonly scale: Scale | undefined
}

/** What one rule or placement brings, as far as it is known. */
export function ScopeLine({ name, url, known: { visitors, effect, bought }, scale }: ScopeLineProps) {
  const { say, count, money } = useWords()
  const title = (
    <Text as="h3" variant="headingSm">
      {name}
    </Text>
  )
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        {url ? <Link url={url}>{title}</Link> : title}
        <Text as="span" tone="subdued">
          {say('results.scope', { visitors: count(visitors), bought: money(bought) })}
        </Text>
      </BlockStack>
      <InlineStack gap="200" blockAlign="center">
        {effect?.isTold && (
          <Badge tone={effect.value > 0 ? 'success' : 'critical'}>{say(effect.value > 0 ? 'results.gain' : 'results.loss')}</Badge>
        )}
        {effect && scale && <RangeBar scale={scale} range={effect} />}
        <Box {...(effect && { minWidth: '8rem' })}>
          <Text as="p" numeric alignment="end">
            {effect ? say('results.between', { low: money(effect.low), high: money(effect.high) }) : say('results.too-few')}
          </Text>
        </Box>
      </InlineStack>
    </InlineStack>
  )
}
