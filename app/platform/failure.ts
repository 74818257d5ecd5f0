import { redactText } from './redact.ts'

/** An error whose words a merchant may read: ours, or Shopify's about what was asked of it. */
export class Sayable extends Error {
  override name = 'Sayable'
}

/** Why something was not done, as it may stand in the database and before the merchant. */
export type FailureText = string & { readonly __failure: true }

/** Stands where the reason is none of the merchant's: the admin has words for it, the log has the reason. */
export const OUR_FAULT = 'our-fault' as FailureText

export const failureSaying = (words: string): FailureText => redactText(words).replaceAll(/[\0\p{Cs}]/gu, '\ufffd') as FailureText

/** The words of an error that is meant to be read, without secrets and people; nothing of any other. */
export function failureOf(thrown: unknown): FailureText {
  return thrown instanceof Sayable ? failureSaying(thrown.message) : OUR_FAULT
}
