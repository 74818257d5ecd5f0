import { Banner } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'

/** Offers a merchant without rules what they chose in Search & Discovery. */
export function ComplementsBanner({ pairings }: { pairings: number }) {
  const { say, count } = useWords()
  return (
    <Banner
      tone="info"
      title={say(pairings === 1 ? 'import.discovery.found-one' : 'import.discovery.found', { pairings: count(pairings) })}
      action={{ content: say('import.discovery.see'), url: '/app/import' }}
    >
      <p>{say('import.discovery.help')}</p>
    </Banner>
  )
}
