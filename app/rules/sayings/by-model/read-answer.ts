import { z } from 'zod'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { blankRule } from '../../blank-rule.ts'
import { factsIn } from '../../conditions/tree.ts'
import { readDocument } from '../../document/read-document.ts'
import { writeDocument } from '../../document/write-document.ts'
import { fitName } from '../../rule-name.ts'
import { EMPTY_SET } from '../../rule-set.ts'
import type { NamesForSaying } from '../names.ts'
import type { Understood } from '../read-saying.ts'
import { claimsIn } from './claims-in.ts'
import { namesOnlyWhatIs } from './names-held.ts'
import { notSaid } from './not-said.ts'

/** Longer than any rule that a sentence says. */
const LONGEST_ANSWER = 20_000

/** What else a model writes beside these is not read: who a rule is, whether it is live and what it takes off are for people. */
const answered = z.object({
  rule: z.object({
    when: z.unknown(),
    at: z.unknown().optional(),
    offer: z.object({
      where: z.unknown(),
      joins: z.unknown().optional(),
      except: z.unknown().optional(),
      sort: z.unknown().optional(),
      most: z.unknown().optional(),
      need: z.unknown().optional(),
    }),
    stop: z.unknown().optional(),
    fallback: z.unknown().optional(),
  }),
  says: z.array(z.unknown()).catch([]),
})

/**
 * Reads a draft out of what a model has answered about a sentence, as a rule is read out of a file. Undefined where the answer is none, where
 * a rule of a file would be refused, where it names what the shop does not have, and where nothing is offered: whatever is answered, nothing
 * else comes out.
 */
export function readAnswer(text: string, sentence: string, id: RuleId, catalog: Catalog, names: NamesForSaying): Understood | undefined {
  const read = answered.safeParse(jsonIn(text))
  if (!read.success) return undefined
  const { rule: said, says } = read.data
  const blank = blankRule(id)
  const written = {
    ...blank,
    name: fitName(sentence.trim()),
    ...defined({ when: said.when, at: said.at, stop: said.stop, fallback: said.fallback }),
    offer: { ...blank.offer, ...defined(said.offer) },
  }
  const set = readDocument({ ...writeDocument(EMPTY_SET, catalog), rules: [written] }, catalog, EMPTY_SET)
  const [rule] = set.kind === 'set' ? set.set.rules : []
  if (!rule || !namesOnlyWhatIs(rule, names)) return undefined
  if (factsIn(rule.offer.where).length === 0 && rule.offer.joins.length === 0) return undefined
  return { rule, unknown: notSaid(sentence, names, rule, claimsIn(says, sentence, written)) }
}

/** The JSON in an answer, in a fence or beside other text. */
function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (from < 0 || to < from || text.length > LONGEST_ANSWER) return undefined
  try {
    return JSON.parse(text.slice(from, to + 1))
  } catch {
    return undefined
  }
}

const defined = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
