import { shopsDueAgain } from '#app/ingest/gainsaid.server.ts'
import { enqueue } from './queue.server.ts'

/** Milliseconds between two looks at what waits to be looked at again. */
export const LOOK_AGAIN_EVERY = 30_000

/** Has what Shopify gainsaid, or what came before its time, looked at again where that is due. */
export async function lookAgain(): Promise<void> {
  for (const shop of await shopsDueAgain()) await enqueue('apply', shop)
}
