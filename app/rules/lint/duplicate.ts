import type { RuleCheck } from './check.ts'

/** An earlier rule says the same. */
export const duplicate: RuleCheck = {
  kind: 'duplicate',
  about: 'pages',
  alone: true,
  check({ rule }, { firstToSay }) {
    const first = firstToSay(rule)
    return first.id === rule.id ? [] : [{ severity: 'warning', beside: first, mend: { by: 'delete', is: null } }]
  },
}
