import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { validateFixtureInput, validateFixtureOutput, validateInputQuery } from '@shopify/shopify-function-test-helpers'
import type * as graphql from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { readAmount } from '#app/commerce/money.ts'
import { fetchSchemas } from '../simulator/admin/fetch-schema.ts'
import {
  costOf,
  LIMITS,
  readFunctionIntrospection,
  type FunctionOutput,
  type FunctionSource,
} from '../simulator/discounts/function-host.ts'
import { builtFunction } from './built-function.ts'
import { inputOf, vectors, type PriceVector } from './vector-input.ts'

/** The very copy that Shopify's helpers compare with. */
const { buildClientSchema, parse } = createRequire(import.meta.url)('graphql') as typeof graphql

let schema: GraphQLSchema
let query: DocumentNode
let source: FunctionSource
let run: (input: object) => FunctionOutput

beforeAll(async () => {
  await fetchSchemas('.data/schemas')
  schema = buildClientSchema(await readFunctionIntrospection('.data/schemas'))
  source = await builtFunction()
  query = parse(source.inputQuery)
  const context = createContext({})
  runInContext(source.code, context)
  run = (input) =>
    JSON.parse(runInContext(`JSON.stringify(bundleDiscount.${source.call}(${JSON.stringify(input)}))`, context) as string) as FunctionOutput
})

/** What the function's words come to, line by line. */
function offBy({ operations }: FunctionOutput, { cart }: PriceVector) {
  const off = new Map<string, { quantity: number; total: number }>()
  for (const { targets, value } of operations[0]?.productDiscountsAdd?.candidates ?? [])
    for (const { cartLine } of targets) {
      const amount = readAmount(value.fixedAmount!.amount, cart.currency)!
      const quantity = cartLine.quantity!
      off.set(cartLine.id.split('/').at(-1)!, { quantity, total: value.fixedAmount!.appliesToEachItem ? amount * quantity : amount })
    }
  return Object.fromEntries(off)
}

describe('the built function', () => {
  it('asks what Shopify answers, in few words and at a low cost', () => {
    expect(Object.keys(schema.getMutationType()!.getFields())).toContain(source.call)
    expect(validateInputQuery(query, schema)).toEqual([])
    expect(costOf(query)).toBeLessThanOrEqual(LIMITS.queryCost)
    expect(Buffer.byteLength(source.inputQuery)).toBeLessThanOrEqual(LIMITS.queryBytes)
  })

  it.each(vectors.map((one) => [one.name, one] as const))('%s', async (_, vector) => {
    const input = inputOf(vector)
    expect(validateFixtureInput(query, schema, input)).toMatchObject({ errors: [] })
    const output = run(input)
    expect(await validateFixtureOutput(output, schema, 'cartLinesDiscountsGenerateRun')).toMatchObject({ errors: [] })
    const wanted = Object.entries(vector.off as Record<string, { quantity: number; total: number }>)
    expect(offBy(output, vector)).toEqual(Object.fromEntries(wanted.map(([line, { quantity, total }]) => [line, { quantity, total }])))
  })

  const [first] = vectors
  it('gives nothing of another class’s deals', () => {
    expect(run(inputOf(first!, 'both'))).toEqual({ operations: [] })
  })

  it.each([
    ['no class', { discount: { discountClasses: ['PRODUCT'], metafield: null } }],
    ['a class that there is not', { discount: { discountClasses: ['PRODUCT'], metafield: { value: 'all' } } }],
    ['a discount of orders', { discount: { discountClasses: ['ORDER'], metafield: { value: 'alone' } } }],
    ['no rate', { presentmentCurrencyRate: '0.0' }],
    ['no lines', { cart: { lines: [] } }],
  ])('leaves the prices as they are where there is %s', (_, part) => {
    expect(run({ ...inputOf(first!), ...part })).toEqual({ operations: [] })
  })

  it.each([null, undefined, 7, 'deals', [], { v: 2, currency: 'EUR', deals: [] }, { v: 1, deals: [] }])(
    'understands %j for no deals',
    (value) => {
      const input = inputOf(first!)
      const lines = input.cart.lines.map((line) => ({
        ...line,
        merchandise: {
          ...line.merchandise,
          product: { ...line.merchandise.product, metafield: value === null ? null : { jsonValue: value } },
        },
      }))
      expect(run({ ...input, cart: { lines } })).toEqual({ operations: [] })
    },
  )
})
