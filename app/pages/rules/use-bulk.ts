import { useAppBridge } from '@shopify/app-bridge-react'
import { useAction } from '#app/kit/requests/use-action.ts'
import type { RulesAnswer } from '#app/kit/rules-answer.ts'
import { useUndo } from '#app/kit/undo.tsx'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { BulkAction } from '#app/rules/versions/rule-edit.ts'

export interface Bulk {
  readonly act: (action: BulkAction, ids: readonly string[]) => void
  /** Moves a rule one place up (-1) or down (1). */
  readonly move: (id: string, by: -1 | 1) => void
  /** Puts a rule right before or right behind another. */
  readonly place: (id: string, side: 'before' | 'behind', beside: string) => void
  readonly isBusy: boolean
  /** The last answer. */
  readonly answer: RulesAnswer | undefined
}

/** Does the same with several rules, and tells what became of it. For who stays on the page, whatever becomes of the rules. */
export function useBulk(): Bulk {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const undo = useUndo()
  const acting = useAction<RulesAnswer & { action: BulkAction | 'moved' }>('/app/rules?index')

  useAnswer(acting, (answer) => {
    if (answer.kind !== 'done') return
    const { length } = answer.edits
    if (length === 0) return void shopify.toast.show(say('rules.done.nothing'))
    if (answer.action === 'moved') return undo(say('rules.done.moved'), answer.edits)
    undo(say(length === 1 ? `rules.done.${answer.action}-one` : `rules.done.${answer.action}`, { rules: count(length) }), answer.edits)
  })

  const send = (wish: object) => acting.send('post', wish)
  return {
    act: (action, ids) => send({ kind: 'bulk', action, ids }),
    move: (id, by) => send({ kind: 'move', id, by }),
    place: (id, side, beside) => send({ kind: 'place', id, side, beside }),
    isBusy: acting.isBusy,
    answer: acting.data ?? undefined,
  }
}
