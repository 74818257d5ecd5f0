import type { Customer } from '../../shop.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { compared, sameText, search, type Filters } from '../search-query.ts'
import { metafieldFields } from './metafield-fields.ts'
import { customerSource } from './sources.ts'

type OfCustomer = Resolver<Customer>

const FILTERS: Filters<Customer> = {
  text: ({ firstName, lastName, email }) => `${firstName} ${lastName} ${email}`,
  fields: {
    id: (customer, term) => compared(customer.id, term),
    email: (customer, term) => sameText(customer.email, term),
  },
}

function found(ask: Ask, query: string | null | undefined): readonly Customer[] {
  return search(
    [...ask.shop.customers.keys()].map((id) => customerSource(ask, id)!),
    query,
    FILTERS,
  )
}

export const customerResolvers: Resolvers = {
  QueryRoot: {
    customer: ((_source, { id }, ask) => customerSource(ask, numberOf('Customer', id))) satisfies Resolver<unknown, { id: string }>,
    customers: connection(
      (_source: unknown, { query }: { query?: string | null }, ask) => found(ask, query),
      ({ id }) => id,
    ),
    customersCount: ((_source, { query }, ask) => ({ count: found(ask, query).length, precision: 'EXACT' })) satisfies Resolver<
      unknown,
      { query?: string | null }
    >,
  },
  Customer: {
    ...metafieldFields(({ id }: Customer) => globalId('Customer', id)),
    id: ((customer) => globalId('Customer', customer.id)) satisfies OfCustomer,
    legacyResourceId: ((customer) => String(customer.id)) satisfies OfCustomer,
    displayName: ((customer) => `${customer.firstName} ${customer.lastName}`) satisfies OfCustomer,
    tags: () => [],
    verifiedEmail: () => true,
    state: () => 'ENABLED',
  },
}
