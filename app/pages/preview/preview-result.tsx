import { Badge, BlockStack, Box, Divider, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { ProductLine } from '#app/kit/product-line.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Preview, PreviewedCard, PreviewedRule } from './preview.ts'

const TONES: Partial<Record<PreviewedRule['kind'], 'success' | 'warning'>> = {
  applies: 'success',
  'finds-nothing': 'warning',
  'not-tied': 'warning',
}

/** The slot as the shopper sees it, what is kept from it, and what each rule did. */
export function PreviewResult({ preview: { beside, unsold, empty, shown, withheld, rules, unlisted } }: { preview: Preview }) {
  const { say, count } = useWords()
  return (
    <BlockStack gap="400">
      <TitledCard title={say('preview.shown')}>
        {beside && (
          <>
            <ProductLine product={beside} strong>
              {unsold !== null && <Text as="p">{unsold}</Text>}
            </ProductLine>
            <Divider />
          </>
        )}
        {shown.length === 0 && <Text as="p">{empty ?? say('preview.shown.nothing')}</Text>}
        {shown.length > 0 && (
          <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
            {shown.map((card) => (
              <PreviewCard key={card.id} {...card} />
            ))}
          </InlineGrid>
        )}
      </TitledCard>
      {withheld.length > 0 && (
        <TitledCard title={say('preview.withheld')} gap="300">
          {withheld.map((card) => (
            <PreviewCard key={card.id} {...card} />
          ))}
        </TitledCard>
      )}
      <LinedCard title={say('preview.rules')}>
        {rules.length === 0 && <Text as="p">{say('preview.rules.none')}</Text>}
        {rules.map((rule) => (
          <RuleTrace key={rule.id} {...rule} />
        ))}
        {unlisted > 0 && (
          <Text as="p" tone="subdued">
            {say('preview.rules.unlisted', { rules: count(unlisted) })}
          </Text>
        )}
      </LinedCard>
    </BlockStack>
  )
}

function PreviewCard({ line, rule, trace, ...product }: PreviewedCard) {
  const { say } = useWords()
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
      <ProductLine product={product}>
        {line !== null && (
          <Text as="p" variant="bodySm" fontWeight="semibold">
            <bdi lang={line.language}>{line.words}</bdi>
          </Text>
        )}
        {trace.map((part) => (
          <Text as="p" key={part} variant="bodySm" tone="subdued">
            {part}
          </Text>
        ))}
        {rule !== null && <Link url={`/app/rules/${rule}`}>{say('slot.see-rule')}</Link>}
      </ProductLine>
    </Box>
  )
}

function RuleTrace({ id, name, kind, lines }: PreviewedRule) {
  const { say } = useWords()
  const tone = TONES[kind]
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/rules/${id}`}>{name}</Link>
        <Badge {...(tone && { tone })}>{say(`preview.rule.${kind}.badge`)}</Badge>
      </InlineStack>
      {lines.map((line) => (
        <Text as="p" key={line} variant="bodySm" tone="subdued">
          {line}
        </Text>
      ))}
    </BlockStack>
  )
}
