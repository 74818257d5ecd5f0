import { useRevalidator } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, Box } from '@shopify/polaris'
import { useEffect } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import { useConnection } from './connection.ts'
import { usePolling } from './use-polling.ts'

const AGAIN_MS = 5_000

/** Says above the page that it could not be read again, and tries until it can. What was sent and not answered is told in a toast. */
export function ConnectionBanner() {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { unread, unsent } = useConnection()
  const { revalidate, state } = useRevalidator()
  usePolling(unread ? AGAIN_MS : null)
  useEffect(() => {
    if (unsent) shopify.toast.show(say('connection.unsent'), { isError: true, duration: 10_000 })
  }, [unsent, shopify, say])
  return (
    <div aria-live="polite">
      {unread && (
        <Box padding="400">
          <Banner
            tone="warning"
            title={say('connection.lost')}
            action={{ content: say('refused.again'), loading: state !== 'idle', onAction: () => void revalidate() }}
          >
            <p>{say('connection.lost.help')}</p>
          </Banner>
        </Box>
      )}
    </div>
  )
}
