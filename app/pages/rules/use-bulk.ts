import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import type { RulesAnswer } from '#app/kit/rules-answer.ts'
import { useUndo } from '#app/kit/undo.tsx'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { BulkAction } from '#app/rules/versions/rule-edit.ts'

export interface Bulk {
  readonly act: (action: BulkAction, ids: readonly string[]) => void
  readonly isBusy: boolean
  /** The last answer. */
  readonly answer: RulesAnswer | undefined
}

/** Does the same with several rules, and tells what became of it. For who stays on the page, whatever becomes of the rules. */
export function useBulk(): Bulk {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const undo = useUndo()
  const fetcher = useFetcher<RulesAnswer & { action: BulkAction }>()

  useAnswer(fetcher, (answer) => {
    if (answer.kind === 'changed-meanwhile') return void shopify.toast.show(say('rules.changed-meanwhile'), { isError: true })
    if (answer.kind === 'too-much') return
    const { length } = answer.edits
    if (length === 0) return void shopify.toast.show(say('rules.done.nothing'))
    undo(say(length === 1 ? `rules.done.${answer.action}-one` : `rules.done.${answer.action}`, { rules: count(length) }), answer.edits)
  })

  return {
    act: (action, ids) =>
      fetcher.submit(JSON.stringify({ kind: 'bulk', action, ids }), {
        method: 'post',
        encType: 'application/json',
        action: '/app/rules?index',
      }),
    isBusy: fetcher.state !== 'idle',
    answer: fetcher.data,
  }
}
