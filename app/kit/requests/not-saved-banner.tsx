import { Banner } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { Sending } from './use-send.ts'

/** Says why what was sent got no answer, and sends it again; nothing where it got one. */
export function NotSavedBanner({ refused, again }: Pick<Sending<object>, 'refused' | 'again'>) {
  const { say } = useWords()
  if (!refused) return null
  return (
    <Banner tone="critical" title={say('connection.not-saved')} action={{ content: say('refused.again'), onAction: again }}>
      <p>{say(`refused.${refused}`)}</p>
    </Banner>
  )
}
