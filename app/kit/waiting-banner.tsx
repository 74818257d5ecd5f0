import { useFetcher } from '@remix-run/react'
import { Banner } from '@shopify/polaris'
import { useEffect } from 'react'
import type { Waiting } from '#app/publish/waiting.server.ts'
import { useWords } from './use-words.tsx'
import { useWaiting } from './waiting.ts'

const AGAIN_MS = 5_000

/**
 * Says how much waits to be published and leads to its review; nothing where nothing waits. It stands from the first paint: only how many
 * pages would change comes later, into a line that is there already.
 */
export function WaitingBanner() {
  const { say, count } = useWords()
  const known = useWaiting()
  const { load, data, state } = useFetcher<Waiting | null>()
  const waits = known > 0
  useEffect(() => {
    if (waits) load('/app/review/waiting')
  }, [load, waits])
  useEffect(() => {
    if (data !== null || state !== 'idle') return
    const later = setTimeout(() => load('/app/review/waiting'), AGAIN_MS)
    return () => clearTimeout(later)
  }, [data, state, load])
  const changes = waits ? (data?.changes ?? known) : 0
  if (changes === 0) return null
  const title = say(changes === 1 ? 'waiting.change' : 'waiting.changes', { changes: count(changes) })
  const pages = data && say(data.pages === 1 ? 'waiting.page' : 'waiting.pages', { pages: count(data.pages) })
  return (
    <Banner tone="info" title={title} action={{ content: say('waiting.review'), url: '/app/review' }}>
      <p>{pages ?? say('waiting.counting')}</p>
    </Banner>
  )
}
