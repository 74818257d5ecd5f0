import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLaunch } from './read-launch.ts'

const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const launch = (shop: string, admin: string, more: Record<string, string> = {}) =>
  readLaunch(new URLSearchParams({ shop, host: Buffer.from(admin).toString('base64'), ...more }))
const adminsOf = (handle: string) => [`admin.shopify.com/store/${handle}`, `${handle}.myshopify.com/admin`]

it('takes the shop’s own admin in each of its forms and spellings, and no other shop’s', () => {
  fc.assert(
    fc.property(name, name, fc.constantFrom('base64', 'base64url'), (ours, theirs, form) => {
      fc.pre(ours !== theirs)
      const shop = `${ours}.myshopify.com`
      for (const admin of adminsOf(ours)) {
        const host = Buffer.from(admin).toString(form as 'base64')
        for (const spelt of [host, host.replace(/=+$/, '')])
          expect(readLaunch(new URLSearchParams({ shop, host: spelt }))).toEqual({ kind: 'launch', shop })
      }
      for (const admin of adminsOf(theirs)) {
        expect(launch(shop, admin).kind).toBe('refused')
        expect(launch(shop, admin, { embedded: '1' }).kind).toBe('refused')
        expect(launch(shop, admin, { id_token: 'a.b.c' }).kind).toBe('refused')
      }
    }),
  )
})

it('takes nothing that has anything before, within or behind it', () => {
  const more = fc.string({
    unit: fc.constantFrom('/', '.', '?', '#', '@', ':', '\\', ' ', '\n', 'a', '..', '%2f'),
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(name, more, fc.nat(), fc.boolean(), (ours, inserted, at, isFramed) => {
      for (const admin of adminsOf(ours)) {
        const index = at % (admin.length + 1)
        const spoilt = admin.slice(0, index) + inserted + admin.slice(index)
        // What still names an admin names another one.
        const how: Record<string, string> = isFramed && !spoilt.startsWith('admin.') ? { embedded: '1', id_token: 'a.b.c' } : {}
        expect([spoilt, launch(`${ours}.myshopify.com`, spoilt, how).kind]).toEqual([spoilt, 'refused'])
      }
    }),
  )
})

it('takes a renamed admin where Shopify’s word for the shop comes along in a frame', () => {
  const word = { embedded: '1', id_token: 'a.b.c' }
  expect(launch('old.myshopify.com', 'admin.shopify.com/store/new', word).kind).toBe('launch')
  expect(launch('old.myshopify.com', 'new.myshopify.com/admin', word).kind).toBe('refused')
})

it('says that nobody is named, or that what is named is none', () => {
  expect(readLaunch(new URLSearchParams()).kind).toBe('nowhere')
  fc.assert(fc.property(fc.string(), fc.string(), (shop, host) => readLaunch(new URLSearchParams({ shop, host })).kind === 'refused'))
})

it('a shop without an admin came from outside, unless it is in a frame', () => {
  const of = (more: Record<string, string>) => readLaunch(new URLSearchParams({ shop: 'ours.myshopify.com', ...more })).kind
  expect([of({}), of({ hmac: 'x', timestamp: '1' })]).toEqual(['outside', 'outside'])
  expect([of({ embedded: '1' }), of({ id_token: 'a.b.c' }), of({ host: '' })]).toEqual(['refused', 'refused', 'refused'])
})
