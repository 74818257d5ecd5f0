import type { Outcome } from './outcome.ts'
import { pauseBefore, type Terms } from './retry-policy.ts'

export interface Chances {
  /** From 0 up to 1, another one each time. */
  readonly luck: () => number
  /** Resolves after so many milliseconds; rejects when the work is called off. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** Makes an ask again and again as the policy allows. Returns the answer, or the last failure. */
export async function persist<Data>(attempt: () => Promise<Outcome<Data>>, terms: Terms, chances: Chances): Promise<Outcome<Data>> {
  for (let tries = 0, turns = 0, waited = 0; ;) {
    const outcome = await attempt()
    if (outcome.kind === 'answered') return outcome
    if (outcome.kind === 'throttled') turns += 1
    else tries += 1
    const pause = pauseBefore(outcome, { tries, turns, waited }, terms, chances.luck())
    if (pause === undefined) return outcome
    waited += pause
    await chances.wait(pause)
  }
}
