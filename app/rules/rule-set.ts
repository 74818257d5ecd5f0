import { z } from 'zod'
import { boundsShape, NO_BOUNDS, type Bounds } from './bounds.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import { mixesOf, onlyDecided, type Mix } from './mix.ts'
import { readRule, type Fault } from './read-rule.ts'
import type { Rule } from './rule.ts'

/** Everything that merchants decide about what a shop offers: what they work on, and what a version holds. */
export interface RuleSet extends Bounds {
  /** In the order of their ids, each id once. */
  readonly rules: readonly Rule[]
  /** What stands where, as far as the merchant has decided on it. */
  readonly placements: Mix
}

/** A set of the given parts: of what reads them, or of what describes them. */
export function ruleSetOf<Bound extends z.ZodRawShape>({
  rule,
  bounds,
  placements,
}: {
  readonly rule: z.ZodType
  readonly bounds: Bound
  readonly placements: ReturnType<typeof mixesOf>
}) {
  return z.strictObject({
    placements: placements.default({}),
    ...bounds,
    rules: z.array(rule),
  })
}

const ruleSetSchema = ruleSetOf({ rule: z.unknown(), bounds: boundsShape, placements: mixesOf(conditionSchema) })

export type RuleSetReading =
  { readonly kind: 'set'; readonly set: RuleSet } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** Reads a set out of any value: whole and in order, or refused with the path and the reason of every fault. */
export function readRuleSet(document: unknown): RuleSetReading {
  const read = ruleSetSchema.safeParse(document)
  if (!read.success) return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
  const rules = new Map<string, Rule>()
  const faults: Fault[] = []
  for (const [at, one] of read.data.rules.entries()) {
    const reading = readRule(one)
    if (reading.kind === 'refused') faults.push(...reading.faults.map(({ path, message }) => ({ path: `rules.${at}.${path}`, message })))
    else if (rules.has(reading.rule.id)) faults.push({ path: `rules.${at}.id`, message: 'Another rule of the set has this id' })
    else rules.set(reading.rule.id, reading.rule)
  }
  if (faults.length > 0) return { kind: 'refused', faults }
  return {
    kind: 'set',
    set: { ...read.data, placements: onlyDecided(read.data.placements), rules: [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) },
  }
}

/** Nobody has decided anything yet: what a shop shows before its first version. */
export const EMPTY_SET: RuleSet = {
  rules: [],
  ...NO_BOUNDS,
  placements: {},
}
