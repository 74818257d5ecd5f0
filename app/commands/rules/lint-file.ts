import type { ShopId } from '#app/commerce/ids.ts'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import type { Finding } from '#app/rules/lint/finding.ts'
import { lintShop } from '#app/rules/lint/lint-shop.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import { viewFinding } from '#app/wording/finding-view.ts'
import { readSetFile } from './read-set-file.ts'
import { sentencesFor } from './sentences-for.ts'

/** Tells what the file's rules would not do as they are meant in this shop. 1 where something is to be warned of. */
export async function lintFile(shop: ShopId, file: string): Promise<number> {
  const read = await readSetFile(shop, file)
  if (!read) return 1
  const { set, stock, document } = read
  const linted = lintedShop(set, stock.catalog, sourcesFor(set, stock).resolver, await readOtherDiscounts(shop))
  const findings = lintShop(linted)
  const words = { ...(await sentencesFor(shop, stock.catalog)), count: String }
  for (const finding of findings) {
    const { severity, rule, what, why } = viewFinding(finding, linted.rules, stock.catalog, words)
    console.log(`${read.at(pathOf(finding, document))}: ${severity}: ${rule ? `${rule.name}: ` : ''}${what}\n    ${why}`)
  }
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  console.log(`Warnings: ${warnings}. Hints: ${findings.length - warnings}.`)
  return warnings === 0 ? 0 : 1
}

/** Where in the document it is found; `''` where it is of no rule alone. */
function pathOf({ rule, path }: Finding, document: unknown): string {
  const { rules } = document as { readonly rules: readonly { readonly id: string }[] }
  const at = rules.findIndex(({ id }) => id === rule)
  return at === -1 ? '' : ['rules', at, ...(path ? [path] : [])].join('.')
}
