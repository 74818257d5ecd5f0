import { useNavigate } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, BlockStack, Card, Page } from '@shopify/polaris'
import { useState } from 'react'
import { ChangedPages } from '#app/kit/changes/changed-pages.tsx'
import { ChangedRules, SETTINGS } from '#app/kit/changes/changed-rules.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useLastAnswer } from '#app/kit/use-last-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Publishing } from '#app/rules/versions/publish-set.server.ts'
import type { Review } from '#app/wording/review.ts'
import { AppliedBanner } from './applied-banner.tsx'
import { NoDiscountsBanner, type WithoutDiscount } from './no-discounts-banner.tsx'
import { PublishCard } from './publish-card.tsx'

export type ReviewAnswer = Publishing | { readonly kind: 'discarded' | 'taken-back' } | TooMuch

interface ReviewPageProps {
  readonly review: Review
  readonly sought: string
  readonly withoutDiscount: readonly WithoutDiscount[]
  /** What is reviewed, and the version that it is compared with. */
  readonly digest: string
  readonly on: number
  /** A file that can be taken back: when it was applied, and how many decisions it changed; null where there is none. */
  readonly applied: { readonly at: string; readonly changes: number } | null
}

/** Before publishing: all that would change, and the button that changes it. */
export function ReviewPage({ review, sought, withoutDiscount, digest, on, applied }: ReviewPageProps) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const acting = useAction<ReviewAnswer>('/app/review?index')
  const { data, isBusy } = acting
  const waits = review.rules.length > 0 || review.settings !== null

  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const all = [...review.rules.map(({ id }) => id), ...(review.settings ? [SETTINGS] : [])]
  const chosen = all.filter((id) => !left.has(id))
  const only = { rules: chosen.filter((id) => id !== SETTINGS), settings: chosen.includes(SETTINGS) }
  const choose = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))

  useLastAnswer(acting, (answer) => {
    if (answer.kind === 'published') shopify.toast.show(say('review.published', { number: answer.number }))
    if (answer.kind === 'discarded') shopify.toast.show(say('review.discarded'))
    if (answer.kind === 'taken-back') shopify.toast.show(say('review.taken-back'))
    if (answer.kind === 'published') navigate('/app/history')
    if (answer.kind === 'discarded') navigate('/app/rules')
  })

  const send = (wish: object) => acting.send('put', wish)
  const title = say(review.pages === 1 ? 'review.page' : 'review.pages', { pages: count(review.pages) })
  return (
    <Page title={say('review.title')} {...(waits && { subtitle: title })} backAction={{ content: say('rules.title'), url: '/app/rules' }}>
      <BlockStack gap="400">
        {data?.kind === 'changed-meanwhile' && (
          <Banner tone="warning" title={say('review.changed-meanwhile')}>
            <p>{say('review.changed-meanwhile.help')}</p>
          </Banner>
        )}
        <TooMuchBanner answer={data} />
        {waits && <NoDiscountsBanner rules={withoutDiscount} />}
        {applied && <AppliedBanner {...applied} onTakeBack={() => send({ kind: 'take-back' })} />}
        {waits ? (
          <>
            <PublishCard
              next={on + 1}
              busy={isBusy}
              chosen={chosen.length}
              of={all.length}
              onPublish={(why) => send({ kind: 'publish', digest, on, why, ...(left.size > 0 && { only }) })}
              onDiscard={() => send({ kind: 'discard' })}
            />
            <ChangedRules review={review} {...(all.length > 1 && { choice: { left, onChange: choose } })} />
            <ChangedPages review={review} sought={sought} />
          </>
        ) : (
          <Card>
            <NothingYet heading={say('review.nothing')} action={{ content: say('rules.title'), url: '/app/rules' }}>
              <p>{say('review.nothing.help')}</p>
            </NothingYet>
          </Card>
        )}
      </BlockStack>
    </Page>
  )
}
