import { Banner } from '@shopify/polaris'
import { useWords } from '../use-words.tsx'

/** Says that nothing was done of what was asked of several rules, since somebody changed one of them; nothing where the answer is another one. */
export function ChangedMeanwhileBanner({ answer }: { answer: { readonly kind: string } | null | undefined }) {
  const { say } = useWords()
  if (answer?.kind !== 'changed-meanwhile') return null
  return (
    <Banner tone="warning" title={say('rules.changed-meanwhile')}>
      <p>{say('rules.changed-meanwhile.help')}</p>
    </Banner>
  )
}
