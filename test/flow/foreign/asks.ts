import { createHmac, randomUUID } from 'node:crypto'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { also, anywhere, getFile, json, put, whereNumbers, type Ask, type Asks } from './ask.ts'

const everything = { kind: 'all', of: [] }
const OFF = { lock: 'off', sources: [] }

/** Conditions that can name an id. */
const naming = (id: string) => [
  { kind: 'product', ids: [Number(id)] },
  { kind: 'collection', ids: [Number(id)] },
]
const aRule = (id: string, when: unknown, where: unknown = everything) => ({
  id,
  name: 'Of another shop',
  state: 'active',
  priority: 1,
  when,
  offer: { where, joins: [], except: null, sort: 'best-selling', most: 3 },
})

/** A signed delivery of the asking shop's that names a thing of the other one. */
function delivery(topic: string, shop: string, document: unknown): Ask {
  const body = JSON.stringify(document)
  return {
    method: 'POST',
    path: '/webhooks',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-hmac-sha256': createHmac('sha256', LOCAL_API_SECRET).update(body).digest('base64'),
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': shop,
      'x-shopify-webhook-id': randomUUID(),
    },
  }
}
const deliveries: Asks = (id, shop) =>
  /^\d+$/.test(id)
    ? [
        ...['products/update', 'products/delete', 'collections/update', 'collections/delete', 'orders/delete'].map((topic) =>
          delivery(topic, shop, { id: Number(id) }),
        ),
        delivery('customers/redact', shop, { customer: { id: Number(id) }, orders_to_redact: [Number(id)] }),
        delivery('customers/data_request', shop, {
          customer: { id: Number(id) },
          orders_requested: [Number(id)],
          data_request: { id: Number(id) },
        }),
        delivery('customers/merge', shop, {
          admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${id}`,
          admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${id}`,
        }),
      ]
    : []

const PLACE = { locale: 'en', facet: 'power', tone: 'neutral' } as const

/** One entry for each route of the app; a route without one fails the suite. */
export const ASKS: Readonly<Record<string, Asks>> = {
  '': anywhere(''),
  'auth/*': anywhere('auth/*'),
  webhooks: also('webhooks', deliveries),
  app: anywhere('app'),
  'app/rules': also('app/rules', (id) => [
    ...['activate', 'draft', 'delete', 'duplicate'].map((action) => json('POST', '/app/rules?index', { kind: 'bulk', action, ids: [id] })),
    json('POST', '/app/rules?index', { kind: 'edit', edits: [{ id, was: aRule(id, everything), is: null }] }),
  ]),
  'app/rules/reach': also(
    'app/rules/reach',
    whereNumbers((id) =>
      naming(id)
        // Under the id of a rule that is saved elsewhere here: in its place, and so not as one that says the same.
        .flatMap((named) => [aRule('mine', named), aRule('mine', everything, named)])
        .map((rule) => json('POST', '/app/rules/reach', rule)),
    ),
  ),
  'app/rules/:id': also('app/rules/:id', (id) => [
    ...(/^\d+$/.test(id)
      ? naming(id).flatMap((named) => [
          put('/app/rules/mine', { is: aRule('mine', named) }),
          put('/app/rules/mine', { is: aRule('mine', everything, named) }),
        ])
      : [put(`/app/rules/${id}`, { is: aRule(id, everything) })]),
  ]),
  'app/import': also('app/import', () => [json('DELETE', '/app/import?index', { source: 'csv', at: '2026-11-21T12:00:00.000Z' })]),
  'app/import/csv': also('app/import/csv', (id) =>
    ['', '?make'].map((query) => ({
      method: 'POST',
      path: `/app/import/csv${query}`,
      asFile: true,
      body: `product,offer\n${id},1\n1,${id}\n`,
      headers: { 'content-type': 'text/csv' },
    })),
  ),
  'app/rules/list/suggestions': also('app/rules/list/suggestions', (key) =>
    [{ kind: 'draft' }, { kind: 'dismiss', reason: 'other', note: '' }, { kind: 'reopen' }].map((wish) =>
      json('POST', '/app/rules/list/suggestions', { ...wish, key }),
    ),
  ),
  'app/rules/list/problems': anywhere('app/rules/list/problems'),
  'app/rules/list/discounts': anywhere('app/rules/list/discounts'),
  'app/results': anywhere('app/results'),
  'app/results/csv': also('app/results/csv', () => [getFile('/app/results/csv')]),
  'app/results/comparisons': also('app/results/comparisons', (id) => [
    { method: 'GET', path: `/app/results/comparisons?rule=${encodeURIComponent(id)}&with=${encodeURIComponent(id)}` },
    ...['stop', 'use-b', 'keep-a'].map((kind) => json('POST', '/app/results/comparisons', { kind, comparison: id })),
    json('POST', '/app/results/comparisons', { kind: 'start', a: id, b: id, days: 14 }),
  ]),
  'app/results/customers': anywhere('app/results/customers'),
  'app/results/orders': anywhere('app/results/orders'),
  'app/results/orders/:id': anywhere('app/results/orders/:id'),
  'app/results/orders/:id/story': also('app/results/orders/:id/story', (id) => [
    getFile(`/app/results/orders/${encodeURIComponent(id)}/story`),
  ]),
  'app/settings/accuracy': anywhere('app/settings/accuracy'),
  'app/templates': also('app/templates', (id) => [json('POST', '/app/templates', { key: id })]),
  'app/products': anywhere('app/products'),
  'app/products/:id': anywhere('app/products/:id'),
  'app/placements/preview': also(
    'app/placements/preview',
    whereNumbers((id) =>
      ['of=working', 'of=live'].map((of) => ({ method: 'GET', path: `/app/placements/preview?product=${id}&cart=${id}x1&${of}` })),
    ),
  ),
  'app/review': also('app/review', (id) => [
    put('/app/review?index', { kind: 'publish', digest: id, on: 0, why: '' }),
    put('/app/review?index', { kind: 'discard' }),
    put('/app/review?index', { kind: 'take-back' }),
  ]),
  'app/review/waiting': anywhere('app/review/waiting'),
  'app/history': anywhere('app/history'),
  'app/history/:number': anywhere('app/history/:number'),
  'app/settings/privacy': also('app/settings/privacy', (id) => [json('POST', '/app/settings/privacy', { kind: 'answered', id })]),
  'app/settings/privacy/requests/:id': also('app/settings/privacy/requests/:id', (id) =>
    ['json', 'csv'].map((as) => getFile(`/app/settings/privacy/requests/${encodeURIComponent(id)}?as=${as}`)),
  ),
  'app/settings/status': also('app/settings/status', (id) =>
    ['stop', 'again'].map((kind) => json('POST', '/app/settings/status', { kind, id })),
  ),
  'app/leave': anywhere('app/leave'),
  'app/*': anywhere('app/*'),
  '*': anywhere('*'),
  'app/placements': also(
    'app/placements',
    whereNumbers((id) => naming(id).map((where) => put('/app/placements', { home: { slots: [OFF], adjust: [{ kind: 'pin', where }] } }))),
  ),
  'app/placements/standard': also('app/placements/standard', (id) => [json('PUT', '/app/placements/standard', { intent: id, isOn: true })]),
  'app/placements/copy': also('app/placements/copy', (id) => [
    ...['approve', 'decline'].map((kind) => json('POST', '/app/placements/copy', { kind, sentences: [{ id, ...PLACE }] })),
    json('POST', '/app/placements/copy', { kind: 'rewrite', sentence: { id, ...PLACE }, words: 'Theirs, on {{power}}.' }),
  ]),
  'app/rules/said': also('app/rules/said', (id) => [json('POST', '/app/rules/said', { id, sentence: `offer ${id} with ${id}` })]),
  'app/rules/said/model': also('app/rules/said/model', (id) =>
    ['begin', 'look', 'stop'].map((kind) =>
      json('POST', '/app/rules/said/model', { kind, id, ...(kind === 'begin' && { sentence: `offer ${id} with ${id}` }) }),
    ),
  ),
  'app/settings/measuring': also('app/settings/measuring', () => [put('/app/settings/measuring', { ownShare: 0.2, mayPause: true })]),
  'app/settings': also(
    'app/settings',
    whereNumbers((id) => naming(id).map((one) => put('/app/settings', { exclusion: one, neverTogether: [{ one, other: everything }] }))),
  ),
}
