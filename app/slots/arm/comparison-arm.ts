import { placeOf } from './arm.ts'

/** Of two rules that are compared: the one that is shown so far, and the other. */
export type ComparedRule = 'a' | 'b'

/** Which of the two a browser sees, half of them each: by a salt of the comparison's own, so that who is held out is as likely to see either. */
export const comparedRuleOf = (salt: string, comparison: string, visit: string): ComparedRule =>
  placeOf(`${salt}/comparison/${comparison}`, visit) < 0.5 ? 'a' : 'b'
