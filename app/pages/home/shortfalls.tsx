import { useFetcher } from '@remix-run/react'
import { Banner } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShopFigures } from './home.server.ts'

/** What of the shop's data could not be taken over, and what becomes of it; nothing where all is well. */
export function Shortfalls({ figures }: { figures: Pick<ShopFigures, 'syncs' | 'setAside'> }) {
  const { say, count } = useWords()
  const again = useFetcher()
  const broken = figures.syncs.reduce((sum, sync) => sum + sync.broken, 0)
  const orphans = figures.syncs.reduce((sum, sync) => sum + sync.orphans, 0)
  return (
    <>
      {figures.setAside > 0 && (
        <Banner
          tone="warning"
          title={say('home.set-aside')}
          action={{
            content: say('home.try-again'),
            loading: again.state !== 'idle',
            onAction: () => void again.submit(null, { method: 'put' }),
          }}
        >
          <p>{say('home.set-aside.detail', { count: count(figures.setAside) })}</p>
        </Banner>
      )}
      {broken + orphans > 0 && (
        <Banner tone="info" title={say('home.quarantined')} action={{ content: say('home.quarantined.which'), url: '/app/health' }}>
          <p>{say('home.quarantined.detail', { broken: count(broken), orphans: count(orphans) })}</p>
        </Banner>
      )}
    </>
  )
}
