import { useFetcher } from '@remix-run/react'
import { Banner } from '@shopify/polaris'
import { useEffect } from 'react'
import type { Waiting } from '#app/publish/waiting.server.ts'
import { useWords } from './use-words.tsx'

const AGAIN_MS = 5_000

/** Says how much waits to be published and leads to its review; nothing where nothing waits. */
export function WaitingBanner() {
  const { say, count } = useWords()
  const { load, data, state } = useFetcher<Waiting | null>()
  useEffect(() => load('/app/review/waiting'), [load])
  useEffect(() => {
    if (data !== null || state !== 'idle') return
    const later = setTimeout(() => load('/app/review/waiting'), AGAIN_MS)
    return () => clearTimeout(later)
  }, [data, state, load])
  if (!data || data.changes === 0) return null
  const changes = say(data.changes === 1 ? 'waiting.change' : 'waiting.changes', { changes: count(data.changes) })
  const pages = say(data.pages === 1 ? 'waiting.page' : 'waiting.pages', { pages: count(data.pages) })
  return (
    <Banner tone="info" title={say('waiting.title', { changes, pages })} action={{ content: say('waiting.review'), url: '/app/review' }}>
      <p>{say('waiting.help')}</p>
    </Banner>
  )
}
