import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { ProductLine } from '#app/kit/product-line.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { FindingView } from '#app/wording/finding-view.ts'

/** What was found, why it matters, and the products that it is about. */
export function FindingFacts({ finding }: { finding: FindingView }) {
  const { say, count } = useWords()
  const { severity, what, part, why, products, more, about, beside } = finding
  return (
    <BlockStack gap="200">
      <BadgedTitle title={what}>
        <Badge tone={severity === 'warning' ? 'warning' : 'info'}>{say(`lint.severity.${severity}`)}</Badge>
      </BadgedTitle>
      {part && (
        <Text as="p" tone="subdued">
          {part}
        </Text>
      )}
      <Text as="p">{why}</Text>
      {products.map((product) => (
        <ProductLine key={product.id} product={product}>
          <Link
            url={about === 'goods' ? `shopify://admin/products/${product.id}` : `/app/products/${product.id}`}
            {...(about === 'goods' && { target: '_top' as const })}
            accessibilityLabel={say(`lint.product.${about}`, { title: product.title })}
          >
            {say(`lint.product.${about}.short`)}
          </Link>
        </ProductLine>
      ))}
      {more > 0 && (
        <Text as="p" tone="subdued">
          {say('lint.more', { more: count(more) })}
        </Text>
      )}
      {beside && (
        <InlineStack>
          <Link url={`/app/rules/${beside.id}`}>{say('lint.see-other', { name: beside.name })}</Link>
        </InlineStack>
      )}
    </BlockStack>
  )
}
