import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { configuredModel, ModelRefused, type ConfiguredModel } from '#app/copy/write/model.server.ts'
import { log } from '#app/platform/log.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { mentionsOf } from '#app/rules/mentions.ts'
import { reserveTokens, settleTokens } from '#app/rules/sayings/by-model/budget-store.server.ts'
import { promptFor, tokensFor, type SayingPrompt } from '#app/rules/sayings/by-model/prompt-for.ts'
import { readAnswer } from '#app/rules/sayings/by-model/read-answer.ts'
import type { SayingOutcome, Unread } from '#app/rules/sayings/by-model/saying-outcome.ts'
import { endSaying, takeSaying } from '#app/rules/sayings/by-model/saying-store.server.ts'
import { namesOf } from '#app/rules/sayings/names-of.ts'
import { readSaying, type Understood } from '#app/rules/sayings/read-saying.ts'

/** A merchant waits: a model that takes longer is not waited for. */
const PATIENCE_MS = 25_000
/** The form has an id of its own. */
const SAID = 'said' as RuleId

/** Has a model make rules of the sentences that merchants wait for, one after the other, each once. Changes no rule. */
export async function readSayings(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async ({ currency }) => {
    for (let saying = await takeSaying(shop); saying; saying = await takeSaying(shop)) {
      await endSaying(shop, saying.id, await readOne(shop, saying.sentence, currency, signal))
      signal.throwIfAborted()
    }
  })
}

async function readOne(shop: ShopId, sentence: string, currency: string, signal: AbortSignal): Promise<SayingOutcome> {
  const model = configuredModel()
  if (!model) return unread('no-answer')
  const catalog = await loadCatalog(shop, Date.now())
  const names = namesOf(catalog, currency)
  const answer = await ask(shop, model, promptFor(sentence, names), signal)
  if (answer.kind === 'unread') return answer
  const understood = readAnswer(answer.text, sentence, SAID, catalog, names)
  if (!understood) return unread('unusable')
  const before = readSaying(sentence, names, SAID)
  if (before && lettersLeft(understood) >= lettersLeft(before)) return unread('no-more')
  return { kind: 'read', ...understood, unknown: [...understood.unknown], titles: mentionsOf(understood.rule, catalog) }
}

const unread = (why: Unread) => ({ kind: 'unread', why }) as const
const lettersLeft = ({ unknown }: Understood) => unknown.reduce((sum, { from, to }) => sum + to - from, 0)

/** Counts the call before it is made: what it has taken where nobody says so, as where the answer came too late. */
async function ask(shop: ShopId, model: ConfiguredModel, prompt: SayingPrompt, signal: AbortSignal) {
  const { input, output } = tokensFor(prompt)
  const [now, expected] = [new Date(), input + output]
  if (!(await reserveTokens(shop, expected, now))) return unread('spent')
  try {
    const { text, tokens } = await model.ask(prompt, signal, PATIENCE_MS)
    await settleTokens(shop, tokens - expected, now)
    return { kind: 'answered', text } as const
  } catch (error) {
    if (!(error instanceof ModelRefused)) throw error
    log.warn({ shop, why: error.message }, 'A model does not read a sentence')
    if (error.isFree) await settleTokens(shop, -expected, now)
    return unread(error.isFinal ? 'refused' : 'no-answer')
  }
}
