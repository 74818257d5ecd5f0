import { useNavigate } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Badge, BlockStack, Card, Modal, Page, Text } from '@shopify/polaris'
import { useState } from 'react'
import { ChangedPages } from '#app/kit/changes/changed-pages.tsx'
import { ChangedRules } from '#app/kit/changes/changed-rules.tsx'
import type { ListedVersion } from '#app/kit/changes/listed-version.ts'
import { VersionFacts } from '#app/kit/changes/version-facts.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useLastAnswer } from '#app/kit/use-last-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { BroughtBack } from '#app/rules/versions/bring-back.server.ts'
import type { Review } from '#app/wording/review.ts'

interface VersionPageProps {
  readonly version: ListedVersion
  /** What it changed of the version before, in today's shop. */
  readonly review: Review
  readonly sought: string
  readonly timezone: string
  /** Whether merchants work on just this set already, and whether something of theirs waits. */
  readonly isWorkedOn: boolean
  readonly changesWait: boolean
}

/** One version: what it changed, and the way back to it. */
export function VersionPage({ version, review, sought, timezone, isWorkedOn, changesWait }: VersionPageProps) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const acting = useAction<BroughtBack>(`/app/history/${version.number}`)
  const { send, isBusy, data } = acting
  const [asking, setAsking] = useState(false)
  const number = count(version.number)

  useLastAnswer(acting, ({ kind }) => {
    setAsking(false)
    if (kind !== 'brought-back') return
    shopify.toast.show(say('history.brought-back', { number }))
    navigate('/app/review')
  })

  const restore = () => send('post')
  const changes = review.rules.length > 0 || review.settings !== null
  return (
    <Page
      title={say('history.version', { number })}
      {...(version.live && { titleMetadata: <Badge tone="success">{say('history.live')}</Badge> })}
      backAction={{ content: say('history.title'), url: '/app/history' }}
      {...(!isWorkedOn && {
        primaryAction: {
          content: say('history.restore'),
          loading: isBusy,
          onAction: () => (changesWait ? setAsking(true) : restore()),
        },
      })}
    >
      <BlockStack gap="400">
        <TooMuchBanner answer={data} />
        <Card>
          <BlockStack gap="100">
            <VersionFacts version={version} timezone={timezone} />
            <Text as="p" tone="subdued">
              {say(version.number === 1 ? 'history.first' : 'history.compared', { number: count(version.number - 1) })}
            </Text>
          </BlockStack>
        </Card>
        {changes ? (
          <>
            <ChangedRules review={review} />
            <ChangedPages review={review} sought={sought} />
          </>
        ) : (
          <Card>
            <Text as="p">{say('history.no-changes')}</Text>
          </Card>
        )}
      </BlockStack>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={say('history.restore.sure', { number })}
        primaryAction={{ content: say('history.restore'), destructive: true, loading: isBusy, onAction: restore }}
        secondaryActions={[{ content: say('review.discard.keep'), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say('history.restore.help')}</Text>
        </Modal.Section>
      </Modal>
    </Page>
  )
}
