import { useAppBridge } from '@shopify/app-bridge-react'
import { Button, InlineStack } from '@shopify/polaris'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { TooMuch } from '#app/rules/rule-volume.ts'

/** So many can be added at once. */
export const MOST_BEST = 5

/** Makes drafts of the best suggestions at once. `keys` are those of which shoppers would see something, best first. */
export function AddBest({ keys }: { keys: readonly string[] }) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const add = useAction<{ readonly kind: 'drafted'; readonly rules: number } | TooMuch>('/app/rules/list/suggestions')
  const best = keys.slice(0, MOST_BEST)
  useAnswer(add, (answer) => {
    if (answer.kind === 'drafted') shopify.toast.show(say('proposals.best.done', { rules: count(answer.rules) }))
  })
  return (
    <>
      <TooMuchBanner answer={add.data} />
      {best.length > 1 && (
        <InlineStack>
          <Button variant="primary" loading={add.isBusy} onClick={() => add.send('post', { kind: 'draft-all', keys: best })}>
            {say('proposals.best', { rules: count(best.length) })}
          </Button>
        </InlineStack>
      )}
    </>
  )
}
