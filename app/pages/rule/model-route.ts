import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { MOST_TOKENS } from '#app/copy/write/what-it-costs.ts'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import type { Merchant } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { changeSayingBudget } from '#app/rules/sayings/by-model/budget-store.server.ts'
import { addSaying, dropSaying, readSayingOutcome } from '#app/rules/sayings/by-model/saying-store.server.ts'
import { LONGEST_SAYING } from '#app/rules/sayings/names.ts'
import { partsOf } from './parts-of.ts'
import type { ModelAnswer } from './said-answer.ts'

export const loader = noSuchPage

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
type Wished<Kind> = Extract<z.output<typeof wish>, { readonly kind: Kind }>

const wanted = { schema: wish, mostBytes: 4_000, refused: 'This is nothing that a model could read' }
const carryOut = merchantActionByKind(wanted, { begin, look, stop })

/**
 * POST has a model read a sentence, looks what came of it, or ends that. The worker asks the model: nothing here waits for one. Changes no rule.
 */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  return Response.json((await carryOut(args)) satisfies ModelAnswer)
}

async function begin({ id, sentence, mostTokens }: Wished<'begin'>, { id: shop }: Merchant): Promise<ModelAnswer> {
  if (mostTokens !== undefined) await changeSayingBudget(shop, mostTokens)
  await addSaying(shop, { id, sentence }, new Date())
  await enqueue('read-sayings', shop)
  return { kind: 'waiting' }
}

async function stop({ id }: Wished<'stop'>, { id: shop }: Merchant): Promise<ModelAnswer> {
  await dropSaying(shop, id)
  return { kind: 'unread', why: 'no-answer' }
}

async function look({ id }: Wished<'look'>, { id: shop }: Merchant): Promise<ModelAnswer> {
  const saying = await readSayingOutcome(shop, id)
  if (!saying) return { kind: 'unread', why: 'no-answer' }
  const { sentence, outcome } = saying
  if (!outcome) return { kind: 'waiting' }
  if (outcome.kind === 'unread') return outcome
  return { kind: 'understood', rule: outcome.rule, titles: outcome.titles, parts: partsOf(sentence, outcome.unknown) }
}
