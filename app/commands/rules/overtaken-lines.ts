import type { ShopId } from '#app/commerce/ids.ts'
import type { Overtaken } from '#app/rules/document/overtaken.server.ts'

const WHY: Readonly<Record<Overtaken, string>> = {
  'since-exported': 'What the shop’s merchants work on has changed since this file was exported: applying it would undo that.',
  'since-applied': 'Merchants have changed something since a file was last applied, and this file knows nothing of it.',
  'never-seen': 'Merchants have made rules or settings here, and this file knows nothing of them.',
}

/** Why a file is not applied, and the three ways on from there, for the terminal. */
export function overtakenLines(why: Overtaken, shop: ShopId, file: string): string[] {
  return [
    WHY[why],
    `  What would change:   npm run rules -- plan ${file} --shop ${shop}`,
    `  What stands there:   npm run rules -- export ANOTHER-FILE --shop ${shop}`,
    `  Apply it all the same: add --overwrite to apply; undo puts back what stood there.`,
  ]
}
