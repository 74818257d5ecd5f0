import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync(['app/**/*.{ts,tsx,json}', 'extensions/**/*.{ts,tsx,liquid}'], {
  // What a sentence can say besides is no part of a condition: whoever adds one may leave it out.
  exclude: ['app/generated/**', 'app/rules/sayings/**', '**/*.test.{ts,tsx}', '**/node_modules/**', '**/dist/**'],
}).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** The files that know of a kind of condition by its name. */
const thatName = (kind: string) =>
  files.filter(({ text }) => text.includes(`'${kind}'`) || text.includes(`"condition.${kind}"`)).map(({ path }) => path)

// Kinds whose names mean nothing else, so that counting names is counting places. What the recipes promise: docs/recipes/product-condition.md and docs/recipes/visit-condition.md.
test.each(['metafield-number', 'on-sale'])('a condition on products is three files: %s', (kind) => {
  expect(thatName(kind)).toHaveLength(3)
})

test.each(['cart-quantity', 'customer-orders', 'signed-in'])('a condition on the visit is five files: %s', (kind) => {
  expect(thatName(kind)).toHaveLength(5)
})
