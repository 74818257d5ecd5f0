import { readFileSync, globSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localEnvironment } from '../../running/app-processes.ts'

Object.assign(process.env, localEnvironment({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', appPort: 4910, shopPort: 4911 }), {
  LOG_LEVEL: 'silent',
})
const { DOORS, MERELY_NAMED } = await import('./doors.ts')
const { SIGNED_THINGS, TOPICS } = await import('./signed-things.ts')

const OURS = 'ours.myshopify.com'
const EVIL = 'evil.myshopify.com'
/** More on demand; each is carried to one door in every way that the door takes. */
const RUNS = Number(process.env['FORGERIES'] ?? 20_000)
const seed = 20_261_128

const filesThat = (pattern: RegExp, where: readonly string[]) =>
  globSync([...where], { exclude: ['app/generated/**', '**/*.test.ts'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pattern.test(readFileSync(path, 'utf8')))
    .toSorted()

describe('the matrix', () => {
  it('has a line for every door: each file that looks at a signature or lets somebody in', () => {
    const looks =
      /\b(createHmac|timingSafeEqual|createVerify|jwtVerify|decodeSessionToken)\b|\bauthenticate\.\w|\bauthenticateAdmin\(|\bopen\(.*\bKEYS\b/
    const guards = filesThat(looks, ['app/**/*.{ts,tsx}', 'server.ts', 'admin.ts', 'worker.ts'])
    // Marks of what was forgotten, and tokens of our own rows, nobody hands in; and one is where Shopify's library is asked.
    const noDoor = ['app/ingest/fingerprint.server.ts', 'app/shopify/access/sealed-tokens.server.ts', 'app/shopify/shopify.server.ts']
    expect(guards.filter((path) => !noDoor.includes(path))).toEqual(DOORS.map(({ guard }) => guard).toSorted())
  })

  it('has a line for every thing that the local shop signs, and for every topic', () => {
    const signers = filesThat(/\bcreateHmac\b/, ['test/simulator/**/*.ts'])
    expect(signers).toEqual([
      'test/simulator/admin/oauth/session-token.ts',
      'test/simulator/app-proxy/sign-proxy.ts',
      'test/simulator/webhooks/sign-webhook.ts',
    ])
    for (const topic of TOPICS) expect(SIGNED_THINGS.map(({ name }) => name)).toContain(`webhook ${topic}`)
  })
})

describe('what Shopify signed', () => {
  it.each(SIGNED_THINGS.filter(({ opens }) => opens !== null))('$name opens its own door, for its own shop', async ({ opens, made }) => {
    const now = Date.now()
    const things = fc.sample(made(OURS, Math.floor(now / 1000)), { numRuns: 200, seed })
    for (const door of DOORS.filter(({ name }) => name === opens)) {
      const opened = (await Promise.all(things.map((signed) => door.carry(signed, OURS, now)))).flat()
      expect([door.guard, opened.length > 0]).toEqual([door.guard, true])
      expect(new Set(opened.map(({ shop }) => shop))).toEqual(new Set([OURS]))
    }
  })

  it('opens no other door, nor its own for another shop', async () => {
    const thing = fc.constantFrom(...SIGNED_THINGS)
    const carried = fc.tuple(thing, fc.constantFrom(...DOORS)).chain(([{ name, opens, made }, door]) => {
      const now = Date.now()
      return made(EVIL, Math.floor(now / 1000)).map((signed) => ({ name, opens, door, signed, now }))
    })
    await fc.assert(
      fc.asyncProperty(carried, async ({ name, opens, door, signed, now }) => {
        const opened = await door.carry(signed, OURS, now)
        // A true token or ask names its shop itself, and opens for that one.
        const others = opened.filter(({ shop }) => opens !== door.name || shop !== EVIL)
        // What a body merely names may be of any shop: it is asked of Shopify, of whom the other shop's thing is none.
        const believed = others.filter(({ as }) => !MERELY_NAMED.some((kind) => as.endsWith(` ${kind}`)))
        const isAdmins = door.guard === 'app/kit/door/admit.server.ts' && opens === 'admin'
        expect([name, door.name, isAdmins ? [] : believed]).toEqual([name, door.name, []])
      }),
      { numRuns: RUNS, seed },
    )
  })
})
