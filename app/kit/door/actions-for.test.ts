import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { actionsFor } from './actions-for.server.ts'

const wish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stop'), id: z.int() }),
  z.strictObject({ kind: z.literal('rename'), name: z.string().transform((name) => name.trim()) }),
])
const wanted = { schema: wish, mostBytes: 60 }

const { action, actionByKind } = actionsFor(async ({ headers }) => {
  const shop = headers.get('x-shop')
  if (!shop) throw new Response(null, { status: 401 })
  return { shop }
})
const acts = actionByKind(wanted, {
  stop: async ({ id }, { shop }) => ({ stopped: id, shop }),
  rename: async ({ name }, _, { params }) => ({ renamed: params['id'], name }),
})

function sent(body: unknown, headers: Record<string, string> = { 'x-shop': 'ours', 'content-type': 'application/json' }) {
  const request = new Request('https://app.example/app/things/7', { method: 'POST', body: JSON.stringify(body), headers })
  return { request, params: { id: '7' }, context: { nonce: '' } }
}
const thrownBy = async (answer: Promise<unknown>): Promise<[number, string]> => {
  const thrown = await answer.then(
    () => 'nothing',
    (thrown: unknown) => thrown,
  )
  if (!(thrown instanceof Response)) throw new Error(`No Response was thrown but ${String(thrown)}`)
  return [thrown.status, await thrown.text()]
}

describe('a wish', () => {
  it('is carried out by the one of its kind, for who sent it, as its schema reads it', async () => {
    expect(await acts(sent({ kind: 'stop', id: 3 }))).toEqual({ stopped: 3, shop: 'ours' })
    expect(await acts(sent({ kind: 'rename', name: ' new ' }))).toEqual({ renamed: '7', name: 'new' })
  })

  it('of one form is carried out as a whole', async () => {
    const all = action(wanted, async ({ kind }, { shop }) => `${kind} for ${shop}`)
    expect(await all(sent({ kind: 'stop', id: 3 }))).toBe('stop for ours')
  })

  it.each([
    ['of no kind', { kind: 'toString' }],
    ['that is not whole', { kind: 'stop' }],
    ['that is too long', { kind: 'rename', name: 'x'.repeat(60) }],
  ])('%s is refused in the route’s words', async (_, body) => {
    expect(await thrownBy(acts(sent(body)))).toEqual([400, 'This is nothing that can be done here'])
    const other = action({ ...wanted, refused: 'This is no thing' }, async () => 'done')
    expect(await thrownBy(other(sent(body)))).toEqual([400, 'This is no thing'])
  })

  it('that does not call itself JSON is refused', async () => {
    expect(await thrownBy(acts(sent({ kind: 'stop', id: 3 }, { 'x-shop': 'ours' })))).toEqual([
      400,
      'This is nothing that can be done here',
    ])
  })

  it('of nobody is not looked at', async () => {
    expect(await thrownBy(acts(sent({}, {})))).toEqual([401, ''])
  })
})

it('a kind that is left out or is none does not compile, and the answer is the handlers’ own', () => {
  type Answer = { stopped: number; shop: string } | { renamed: string | undefined; name: string }
  expectTypeOf(acts).returns.resolves.toEqualTypeOf<Answer>()
  const stop = async ({ id }: { readonly id: number }) => id
  const rename = async ({ name }: { readonly name: string }) => name
  // @ts-expect-error Nobody renames.
  actionByKind(wanted, { stop })
  // @ts-expect-error Nobody can wish for it.
  actionByKind(wanted, { stop, rename, remove: rename })
  // @ts-expect-error A wish to rename has no id.
  actionByKind(wanted, { stop, rename: stop })
})
