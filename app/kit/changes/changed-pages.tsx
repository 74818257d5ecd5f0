import { BlockStack, Divider, Text } from '@shopify/polaris'
import { Fragment } from 'react'
import { ListSearch } from '#app/kit/list-search.tsx'
import { Parts } from '#app/kit/parts.tsx'
import { ProductLine } from '#app/kit/product-line.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Review } from '#app/wording/review.ts'
import { BeforeAfter } from './before-after.tsx'
import { CardList } from './card-list.tsx'

/** The product pages that change, each as it was and as it is. */
export function ChangedPages({ review, sought }: { review: Review; sought: string }) {
  const { say, count } = useWords()
  const { pages, reserve, found, part, parts, listed } = review
  return (
    <TitledCard title={say(pages === 1 ? 'review.page' : 'review.pages', { pages: count(pages) })}>
      {pages === 0 && <Text as="p">{say('review.no-pages')}</Text>}
      {reserve > 0 && (
        <Text as="p" tone="subdued">
          {say(reserve === 1 ? 'review.reserve-one' : 'review.reserve', { pages: count(reserve) })}
        </Text>
      )}
      {pages > 0 && <ListSearch label={say('products.search')} sought={sought} />}
      {pages > 0 && found === 0 && <Text as="p">{say('review.none-found')}</Text>}
      {listed.map(({ beside, before, after }) => (
        <Fragment key={beside.id}>
          <Divider />
          <BlockStack gap="300">
            <ProductLine product={beside} strong />
            <BeforeAfter before={<CardList cards={before} />} after={<CardList cards={after} />} />
          </BlockStack>
        </Fragment>
      ))}
      <Parts part={part} parts={parts} />
    </TitledCard>
  )
}
