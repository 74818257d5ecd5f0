import type { RuleId } from '#app/commerce/ids.ts'
import { newId } from '#app/platform/new-id.server.ts'

/** The id of a rule that is not there yet. */
export const newRuleId = () => newId() as RuleId
