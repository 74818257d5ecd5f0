import { shopsWaiting } from '#app/inbox/inbox.server.ts'
import { shopsDueAgain } from '#app/privacy/gainsaid.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'

/** Milliseconds between two looks at what waits. */
export const LOOK_AGAIN_EVERY = 10_000

/**
 * Has what Shopify gainsaid, or what came before its time, looked at again where that is due; and applied what waits since longer than
 * asking for a job takes, since whoever stored it may have ended before it could.
 */
export async function lookAgain(): Promise<void> {
  const due = await Promise.all([shopsDueAgain(), shopsWaiting(LOOK_AGAIN_EVERY)])
  for (const shop of new Set(due.flat())) await enqueue('apply', shop)
}
