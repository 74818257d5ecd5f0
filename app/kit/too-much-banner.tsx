import { Banner } from '@shopify/polaris'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { sayTooMuch } from '#app/wording/say-too-much.ts'
import { useWords } from './use-words.tsx'

/** Says where a change to rules was asked for that it would be too many; nothing where the answer is another one. */
export function TooMuchBanner({ answer }: { answer: TooMuch | { readonly kind: string } | null | undefined }) {
  const words = useWords()
  if (!isTooMuch(answer)) return null
  return (
    <Banner tone="critical" title={words.say('rules.too-much')}>
      <p>{sayTooMuch(answer, words)}</p>
    </Banner>
  )
}

const isTooMuch = (answer: { readonly kind: string } | null | undefined): answer is TooMuch => answer?.kind === 'too-much'
