import { Banner, List } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

/** A rule of which nothing will come off, or not everywhere, and why. */
export interface WithoutDiscount {
  readonly name: string
  /** `discounts.why.*` of the locale file has the words. */
  readonly why: string
  readonly said: string | null
  readonly pages: number
}

/** Before publishing: rules whose discount will not be taken off as it stands there. */
export function NoDiscountsBanner({ rules }: { rules: readonly WithoutDiscount[] }) {
  const { say, count } = useWords()
  if (rules.length === 0) return null
  return (
    <Banner tone="warning" title={say('review.no-discount')} action={{ content: say('discounts.title'), url: '/app/rules/list/discounts' }}>
      <List>
        {rules.map(({ name, why, said, pages }) => (
          <List.Item key={name}>
            {say('review.no-discount.rule', { name, why: say(`discounts.why.${why}`, { pages: count(pages), said: said ?? '' }) })}
          </List.Item>
        ))}
      </List>
    </Banner>
  )
}
