import { useNavigate } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useMemo, useState } from 'react'
import { useSend, type Sending } from '#app/kit/requests/use-send.ts'
import { isUnfilled } from '#app/kit/rule-fields/unfilled.ts'
import { useUndo } from '#app/kit/undo.tsx'
import { forgetDraft, leaveDraft, useDraft, type Draft } from '#app/kit/use-draft.ts'
import { useMayLeave } from '#app/kit/use-may-leave.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { readRule, type Fault } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { sayFaults } from '#app/wording/say-faults.ts'
import type { RuleAnswer } from './rule-answer.ts'

export interface RuleForm {
  readonly rule: Rule
  /** What stood in the shop when the first field was changed; null for a new rule. */
  readonly was: Rule | null
  /** Counts up whenever the fields are to be drawn anew from the rule. */
  readonly drawn: number
  readonly isUnsaved: boolean
  /** Whether what stands in the form was left there before the page was loaded anew. */
  readonly isRestored: boolean
  /** What is wrong, in words: what nobody has filled in yet only once it was to be saved. */
  readonly faults: readonly Fault[]
  /** Whether it was to be saved and could not be. */
  readonly isHeld: boolean
  readonly save: Sending<RuleAnswer>
  readonly change: (rule: Rule) => void
  /** Puts a rule into the form that its fields did not make. */
  readonly redraw: (rule: Rule) => void
  readonly discard: () => void
  readonly submit: (state: Rule['state']) => void
  /** Saves what stands in the form over what another has made of the rule meanwhile. */
  readonly keepMine: (standing: Rule | null) => void
  readonly takeTheirs: (standing: Rule | null) => void
}

/** What a rule's form holds, from its first change until it is saved. Screen and rule are one state. */
export function useRuleForm(saved: Rule, isNew: boolean, shop: string): RuleForm {
  const { say } = useWords()
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const undo = useUndo()
  const [draft, setDraft] = useState<Draft<Rule>>({ was: isNew ? null : saved, is: saved })
  const [drawn, setDrawn] = useState(0)
  const [isRestored, setRestored] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const [asked, setAsked] = useState(saved.state)
  const { was, is: rule } = draft
  const read = useMemo(() => readRule(rule), [rule])
  // As it would be saved: an amount of 12.5 is one of 12.50.
  const written = read.kind === 'rule' ? read.rule : rule
  const isUnsaved = !isSame(written, was ?? saved)
  const nameOf = (id: string) => `${shop}/${id}`
  const name = nameOf(isNew ? 'new' : saved.id)
  const leaving = useMayLeave(
    isUnsaved,
    useCallback(() => forgetDraft(name), [name]),
  )

  const put = useCallback((next: Draft<Rule>) => {
    setDraft(next)
    setDrawn((before) => before + 1)
  }, [])
  const restore = useCallback(
    (left: Draft<Rule>) => {
      put(left)
      setRestored(true)
    },
    [put],
  )
  useDraft(name, isUnsaved ? draft : undefined, restore)

  const save = useSend<RuleAnswer>(`/app/rules/${rule.id}`, (answer) => {
    if (answer.kind === 'deleted') {
      forgetDraft(name)
      undo(say('builder.deleted'), answer.edits)
      leaving.go('/app/rules')
    }
    if (answer.kind !== 'saved') return
    // What was typed while it was being saved is a change to what is saved now.
    const isSaved = isSame({ ...written, state: answer.rule.state }, answer.rule)
    const next = { was: answer.rule, is: isSaved ? answer.rule : rule }
    setDraft(next)
    setRestored(false)
    setHeld(false)
    shopify.toast.show(say(`builder.saved.${answer.rule.state}`), {
      duration: 10_000,
      action: say('waiting.publish'),
      onAction: () => void navigate('/app/review'),
    })
    if (!isNew) return
    forgetDraft(name)
    if (!isSaved) leaveDraft(nameOf(answer.rule.id), next)
    leaving.go(`/app/rules/${answer.rule.id}`, { replace: true })
  })

  const found = read.kind === 'refused' ? read.faults : []
  const refused = save.answer?.kind === 'refused' ? save.answer.faults : []
  const shown = isHeld ? (found.length > 0 ? found : refused) : found.filter((fault) => !isUnfilled(fault))

  function send(on: Rule | null, state: Rule['state']): void {
    setHeld(true)
    setAsked(state)
    setDraft({ was: on, is: rule })
    const is = { ...rule, state }
    if (read.kind === 'rule') save.send('put', { was: on, is })
  }
  return {
    rule,
    was,
    drawn,
    isUnsaved,
    isRestored,
    faults: sayFaults(shown, say),
    isHeld: isHeld && shown.length > 0,
    save,
    change: (is) => setDraft({ was, is }),
    redraw: (is) => put({ was, is }),
    discard: () => {
      setRestored(false)
      setHeld(false)
      put({ was, is: was ?? saved })
    },
    submit: (state) => send(was, state),
    keepMine: (standing) => send(standing, asked),
    takeTheirs: (standing) => {
      save.forget()
      forgetDraft(name)
      if (standing) put({ was: standing, is: standing })
      else leaving.go('/app/rules')
    },
  }
}
