import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { prisma } from '#app/db.server.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Condition } from './conditions/condition.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import { readRule } from './read-rule.ts'
import type { Rule } from './rule.ts'

export interface StoredRule {
  readonly rule: Rule
  readonly updatedAt: Date
}

/** The shop's rules, first priority first. Throws where a stored document is no rule: that is our fault, not the merchant's. */
export async function listRules(shop: ShopId): Promise<StoredRule[]> {
  const rows = await prisma.rule.findMany({ where: { shopId: shop }, orderBy: { id: 'asc' } })
  return rows.map(({ document, updatedAt }) => ({ rule: trust(document), updatedAt })).sort((a, b) => a.rule.priority - b.rule.priority)
}

export async function findRule(shop: ShopId, id: RuleId): Promise<Rule | undefined> {
  const row = await prisma.rule.findUnique({ where: { shopId_id: { shopId: shop, id } } })
  return row ? trust(row.document) : undefined
}

/** Writes the rule, in the place of the shop's rule of the same id. */
export async function saveRule(shop: ShopId, rule: Rule, now: Date): Promise<void> {
  const document = rule as unknown as Prisma.InputJsonObject
  await prisma.rule.upsert({
    where: { shopId_id: { shopId: shop, id: rule.id } },
    create: { shopId: shop, id: rule.id, document, createdAt: now, updatedAt: now },
    update: { document, updatedAt: now },
  })
}

/** True when the shop had such a rule. */
export async function deleteRule(shop: ShopId, id: RuleId): Promise<boolean> {
  const { count } = await prisma.rule.deleteMany({ where: { shopId: shop, id } })
  return count === 1
}

/** What the shop never offers; null where it excludes nothing. */
export async function readExclusion(shop: ShopId): Promise<Condition | null> {
  const row = await prisma.exclusion.findUnique({ where: { shopId: shop } })
  return row ? conditionSchema.parse(row.condition) : null
}

/** Sets what the shop never offers; null ends every exclusion. */
export async function saveExclusion(shop: ShopId, condition: Condition | null): Promise<void> {
  if (condition === null) await prisma.exclusion.deleteMany({ where: { shopId: shop } })
  else {
    const json = condition as unknown as Prisma.InputJsonObject
    await prisma.exclusion.upsert({ where: { shopId: shop }, create: { shopId: shop, condition: json }, update: { condition: json } })
  }
}

function trust(document: unknown): Rule {
  const read = readRule(document)
  if (read.kind === 'rule') return read.rule
  throw new Error(`A stored rule cannot be read: ${read.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
}
