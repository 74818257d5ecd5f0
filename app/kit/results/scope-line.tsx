import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { ScopeKnown } from '#app/measure/boards/by-scope.ts'

interface ScopeLineProps {
  readonly name: string
  /** Where it is changed; null where there is nothing to change. */
  readonly url: string | null
  readonly known: Pick<ScopeKnown, 'visitors' | 'effect' | 'bought'>
}

/** What one rule or placement brings, as far as it is known. */
export function ScopeLine({ name, url, known: { visitors, effect, bought } }: ScopeLineProps) {
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
        <Text as="span" numeric>
          {effect ? say('results.between', { low: money(effect.low), high: money(effect.high) }) : say('results.too-few')}
        </Text>
      </InlineStack>
    </InlineStack>
  )
}
