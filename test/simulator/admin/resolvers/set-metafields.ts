import { createHash } from 'node:crypto'
import type { AppMetafield } from '../../state/shop-state.ts'
import { appNamespace, storedNamespace } from '../app-config.ts'
import type { Ask } from '../ask.ts'
import { readGlobalId } from '../global-id.ts'
import { isMetafieldType, valueProblem } from '../metafield-values.ts'
import { nodeSource } from './node.ts'
import { metafieldsOf } from './sources.ts'

export interface SetInput {
  readonly ownerId: string
  readonly namespace?: string | null
  readonly key: string
  readonly type?: string | null
  readonly value: string
  /** Null: only where there is no such metafield yet. */
  readonly compareDigest?: string | null
}

export interface SetError {
  readonly field: readonly string[]
  readonly message: string
  readonly code: string
  readonly elementIndex: number | null
}

const AT_ONCE = 25

const OWNERS: Readonly<Record<string, { readonly ownerType: string; readonly scope: string | null }>> = {
  Product: { ownerType: 'PRODUCT', scope: 'write_products' },
  ProductVariant: { ownerType: 'PRODUCTVARIANT', scope: 'write_products' },
  Collection: { ownerType: 'COLLECTION', scope: 'write_products' },
  Order: { ownerType: 'ORDER', scope: 'write_orders' },
  Customer: { ownerType: 'CUSTOMER', scope: 'write_customers' },
  DiscountAutomaticNode: { ownerType: 'DISCOUNT', scope: 'write_discounts' },
  Shop: { ownerType: 'SHOP', scope: null },
  AppInstallation: { ownerType: 'API_PERMISSION', scope: null },
}

/** The `MetafieldOwnerType` of an owner's global id, and the scope that writing to it takes. Undefined: no owner. */
export function ownerKind(id: string): { readonly ownerType: string; readonly scope: string | null } | undefined {
  return OWNERS[readGlobalId(id)?.type ?? '']
}

/** What a write compares with, to notice that another one came first. */
export function compareDigest(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Writes all of the metafields or none: any error leaves everything as it was. */
export function setMetafields(
  ask: Ask,
  inputs: readonly SetInput[],
): { metafields: readonly AppMetafield[] | null; userErrors: readonly SetError[] } {
  if (inputs.length > AT_ONCE) {
    const message = `Exceeded the maximum metafields input limit of ${AT_ONCE}.`
    return { metafields: null, userErrors: [{ field: ['metafields'], message, code: 'LESS_THAN_OR_EQUAL_TO', elementIndex: null }] }
  }
  const named = inputs.map((input) => ({
    ...input,
    namespace: storedNamespace(ask.installation.app, input.namespace),
    type: typeOf(ask, input),
  }))
  const userErrors = named
    .map((input, at) => weatherProblem(ask, input, at) ?? problemOf(ask, input, at))
    .filter((error) => error !== undefined)
  if (userErrors.length > 0) return { metafields: null, userErrors }
  for (const { ownerId, namespace, key, type, value } of named) ask.shop.metafields.set({ ownerId, namespace, key, type: type!, value })
  const metafields = named.map(({ ownerId, namespace, key }) =>
    metafieldsOf(ask, ownerId).find((one) => one.namespace === namespace && one.key === key)!,
  )
  return { metafields, userErrors: [] }
}

function definitionOf(ask: Ask, { ownerId, namespace, key }: Pick<SetInput, 'ownerId' | 'namespace' | 'key'>) {
  const kind = ownerKind(ownerId)
  return kind && ask.installation.definitions.find(kind.ownerType, storedNamespace(ask.installation.app, namespace), key)
}

function typeOf(ask: Ask, input: SetInput): string | undefined {
  return (
    input.type ??
    definitionOf(ask, input)?.type ??
    ask.shop.metafields.get(input.ownerId, storedNamespace(ask.installation.app, input.namespace), input.key)?.type
  )
}

/** The refusal that the weather wants, where it means this input. */
function weatherProblem({ trouble }: Ask, { ownerId }: Named, at: number): SetError | undefined {
  if (trouble?.kind !== 'user-error' || (trouble.at !== at && trouble.at !== ownerId)) return undefined
  const { code = 'INVALID_VALUE', message = 'The local shop’s weather refuses this value.' } = trouble
  return { field: ['metafields', String(at), 'value'], message, code, elementIndex: at }
}

type Named = Omit<SetInput, 'namespace' | 'type'> & { readonly namespace: string; readonly type: string | undefined }

function problemOf(ask: Ask, input: Named, at: number): SetError | undefined {
  const error = (field: string, code: string, message: string): SetError => ({
    field: ['metafields', String(at), field],
    message,
    code,
    elementIndex: at,
  })
  const kind = ownerKind(input.ownerId)
  if (!kind || !nodeSource(ask, input.ownerId)) return error('ownerId', 'INVALID', 'Owner does not exist.')
  if (kind.scope && !ask.scopes.has(kind.scope))
    return error('ownerId', 'APP_NOT_AUTHORIZED', `Access to this owner takes the ${kind.scope} scope.`)
  if (input.namespace.startsWith('app--') && !input.namespace.startsWith(appNamespace(ask.installation.app)))
    return error('namespace', 'APP_NOT_AUTHORIZED', 'Access to this namespace is not allowed.')
  if (!/^[\w-]{2,64}$/.test(input.key))
    return error('key', input.key.length < 2 ? 'TOO_SHORT' : 'INVALID', 'Key must be 2 to 64 letters, digits, - or _.')
  if (!input.type) return error('type', 'BLANK', "Type can't be blank.")
  if (!isMetafieldType(input.type)) return error('type', 'INCLUSION', `The local shop does not know the type ${input.type}.`)
  const defined = definitionOf(ask, input)
  if (defined && defined.type !== input.type) return error('type', 'INVALID_TYPE', `Type must be ${defined.type}, as its definition says.`)
  if (input.value === '') return error('value', 'BLANK', "Value can't be blank.")
  const problem = valueProblem(input.type, input.value, ask.shop)
  if (problem) return error('value', 'INVALID_VALUE', problem)
  if (input.compareDigest === undefined) return undefined
  const before = ask.shop.metafields.get(input.ownerId, input.namespace, input.key)
  const fresh = before ? input.compareDigest === compareDigest(before.value) : input.compareDigest === null
  return fresh
    ? undefined
    : error(
        'compareDigest',
        'STALE_OBJECT',
        'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
      )
}
