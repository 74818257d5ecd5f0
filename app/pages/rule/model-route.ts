import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { MOST_TOKENS } from '#app/copy/write/what-it-costs.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { changeSayingBudget } from '#app/rules/sayings/by-model/budget-store.server.ts'
import { addSaying, dropSaying, readSayingOutcome } from '#app/rules/sayings/by-model/saying-store.server.ts'
import { LONGEST_SAYING } from '#app/rules/sayings/names.ts'
import { partsOf } from './parts-of.ts'
import type { ModelAnswer } from './said-answer.ts'

export const loader = noSuchPage

const MOST_BYTES = 4_000
const wish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('begin'),
    id: z.uuid(),
    sentence: keepableText.min(1).max(LONGEST_SAYING),
    mostTokens: z.int().min(0).max(MOST_TOKENS).optional(),
  }),
  z.strictObject({ kind: z.literal('look'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('stop'), id: z.uuid() }),
])

/**
 * POST has a model read a sentence, looks what came of it, or ends that. The worker asks the model: nothing here waits for one. Changes no rule.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { id: shop } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that a model could read', { status: 400 })
  return Response.json((await carryOut(shop, read.data)) satisfies ModelAnswer)
}

async function carryOut(shop: ShopId, wished: z.output<typeof wish>): Promise<ModelAnswer> {
  const { id } = wished
  switch (wished.kind) {
    case 'begin':
      if (wished.mostTokens !== undefined) await changeSayingBudget(shop, wished.mostTokens)
      await addSaying(shop, { id, sentence: wished.sentence }, new Date())
      await enqueue('read-sayings', shop)
      return { kind: 'waiting' }
    case 'stop':
      await dropSaying(shop, id)
      return { kind: 'unread', why: 'no-answer' }
    case 'look':
      return lookAt(shop, id)
    default:
      return wished satisfies never
  }
}

async function lookAt(shop: ShopId, id: string): Promise<ModelAnswer> {
  const saying = await readSayingOutcome(shop, id)
  if (!saying) return { kind: 'unread', why: 'no-answer' }
  const { sentence, outcome } = saying
  if (!outcome) return { kind: 'waiting' }
  if (outcome.kind === 'unread') return outcome
  return { kind: 'understood', rule: outcome.rule, titles: outcome.titles, parts: partsOf(sentence, outcome.unknown) }
}
