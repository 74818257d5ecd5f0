import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { fetchStory, orderOf, type Fetched } from './fetch-story.ts'
import { say, sayArm, sentencesOf } from './say-story.ts'

/** What one order had to do with us, in a few lines; all of it stands in the app. */
export function StoryBlock({ api }: { readonly api: Api }) {
  const { i18n } = api
  const order = orderOf(api.data.selected)
  const [fetched, setFetched] = useState<Fetched>()
  const load = useCallback(() => {
    setFetched(undefined)
    if (order === undefined) setFetched({ kind: 'none' })
    else void fetchStory(order).then(setFetched)
  }, [order])
  useEffect(load, [load])
  return (
    <s-admin-block heading={say(i18n, 'heading')}>
      <Told api={api} fetched={fetched} order={order} onAgain={load} />
    </s-admin-block>
  )
}

interface ToldProps {
  readonly api: Api
  /** Undefined while it is on its way. */
  readonly fetched: Fetched | undefined
  readonly order: string | undefined
  onAgain(): void
}

function Told({ api: { i18n }, fetched, order, onAgain }: ToldProps) {
  if (!fetched) return <s-spinner accessibilityLabel={say(i18n, 'loading')} />
  const { kind } = fetched
  switch (kind) {
    case 'none':
      return <s-paragraph>{say(i18n, 'none')}</s-paragraph>
    case 'failed':
      return (
        <s-stack gap="base">
          <s-paragraph>{say(i18n, 'failed')}</s-paragraph>
          <s-button onClick={onAgain}>{say(i18n, 'again')}</s-button>
        </s-stack>
      )
    case 'story':
      return (
        <s-stack gap="small">
          <s-text type="strong">{sayArm(i18n, fetched.story)}</s-text>
          {sentencesOf(i18n, fetched.story).map((sentence, at) => (
            <s-paragraph key={at}>{sentence}</s-paragraph>
          ))}
          <s-link href={`app:app/results/orders/${order}`}>{say(i18n, 'more')}</s-link>
        </s-stack>
      )
    default:
      return kind satisfies never
  }
}
