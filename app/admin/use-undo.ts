import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect } from 'react'
import { undoing, type RuleEdit } from '#app/rules/rule-edit.ts'
import type { RulesAnswer } from './rules-answer.ts'
import { useWords } from './words.tsx'

/** Tells that something was done, with a button that takes it back as long as nobody has changed the same rules since. */
export function useUndo(): (message: string, edits: readonly RuleEdit[]) => void {
  const { say } = useWords()
  const shopify = useAppBridge()
  const { submit, data } = useFetcher<RulesAnswer>()

  useEffect(() => {
    if (data?.kind === 'done') shopify.toast.show(say('undo.done'))
    if (data?.kind === 'changed-meanwhile') shopify.toast.show(say('undo.changed-meanwhile'), { isError: true })
  }, [data, shopify, say])

  return useCallback(
    (message, edits) => {
      const undo = JSON.stringify({ kind: 'edit', edits: undoing(edits) })
      shopify.toast.show(message, {
        duration: 10_000,
        action: say('undo.do'),
        onAction: () => submit(undo, { method: 'post', encType: 'application/json', action: '/app/rules?index' }),
      })
    },
    [shopify, say, submit],
  )
}
