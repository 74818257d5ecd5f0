import { useNavigation } from '@remix-run/react'
import { Box } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { AtWork } from '#app/kit/at-work.tsx'
import { useWords } from '#app/kit/use-words.tsx'

/** What comes sooner needs no words. */
const MOMENT_MS = 700

/** Says above the page that stays until then that the next one is being worked on. */
export function PageAtWork() {
  const { say } = useWords()
  const isWaiting = useNavigation().state !== 'idle'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const later = setTimeout(() => setLong(true), MOMENT_MS)
    return () => {
      clearTimeout(later)
      setLong(false)
    }
  }, [isWaiting])
  return (
    <div aria-live="polite">
      {isWaiting && isLong && (
        <Box padding="400">
          <AtWork words={say('at-work.page')} />
        </Box>
      )}
    </div>
  )
}
