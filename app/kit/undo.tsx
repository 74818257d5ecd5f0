import { useAppBridge } from '@shopify/app-bridge-react'
import { Banner, Box } from '@shopify/polaris'
import { createContext, useCallback, useContext, useState, type PropsWithChildren } from 'react'
import { undoing, type RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { sayTooMuch } from '#app/wording/say-too-much.ts'
import { useAction } from './requests/use-action.ts'
import type { RulesAnswer } from './rules-answer.ts'
import { useAnswer } from './use-answer.ts'
import { useWords } from './use-words.tsx'

type Undo = (message: string, edits: readonly RuleEdit[]) => void

const UndoContext = createContext<Undo | undefined>(undefined)

/**
 * Takes back what was done to rules, and says above the page where that is not possible. It stands above all pages, since a toast outlives the page
 * and the list that it tells of.
 */
export function UndoProvider({ children }: PropsWithChildren) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const acting = useAction<RulesAnswer>('/app/rules?index')
  const { send } = acting
  const [refused, setRefused] = useState<string>()

  useAnswer(acting, (answer) => {
    if (answer.kind === 'done') return void shopify.toast.show(say('undo.done'))
    const why = answer.kind === 'too-much' ? sayTooMuch(answer, { say, count }) : say('undo.changed-meanwhile')
    setRefused(why)
  })

  const undo = useCallback<Undo>(
    (message, edits) => {
      const undone = { kind: 'edit', edits: undoing(edits) }
      setRefused(undefined)
      shopify.toast.show(message, {
        duration: 10_000,
        action: say('undo.do'),
        onAction: () => send('post', undone),
      })
    },
    [shopify, say, send],
  )
  return (
    <UndoContext.Provider value={undo}>
      <div aria-live="polite">
        {refused && (
          <Box padding="400">
            <Banner tone="critical" title={say('undo.refused')} onDismiss={() => setRefused(undefined)}>
              <p>{refused}</p>
            </Banner>
          </Box>
        )}
      </div>
      {children}
    </UndoContext.Provider>
  )
}

/** Tells that something was done, with a button that takes it back as long as nobody has changed the same rules since. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext)
  if (!undo) throw new Error('Something is to be undone outside the admin')
  return undo
}
