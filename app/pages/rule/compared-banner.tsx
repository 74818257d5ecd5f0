import { Banner } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

/** That a rule is one of two that are compared, and which; `a` is the one that everybody saw before. */
export interface ComparedIn {
  readonly as: 'a' | 'b'
  readonly a: string
  readonly b: string
}

export function ComparedBanner({ as, a, b }: ComparedIn) {
  const { say } = useWords()
  return (
    <Banner tone="info" action={{ content: say('comparisons.see'), url: '/app/results/comparisons' }}>
      <p>{say(`comparisons.in-rule.${as}`, { a, b })}</p>
    </Banner>
  )
}
