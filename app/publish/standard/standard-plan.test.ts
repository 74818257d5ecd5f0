import fc from 'fast-check'
import { expect, test } from 'vitest'
import { believed, isEdited, judgeList, type FoundList, type StoredList, type Step, type Wish } from './standard-plan.ts'

/** A list beside one product, what we know of it, and who wrote it last. */
interface Shop {
  value: string | null
  kept: StoredList | undefined
  wish: Wish
  by: 'us' | 'somebody'
}

/** How a run ends: as it should; before or after Shopify wrote, without us hearing of it; with Shopify's no. */
type End = 'well' | 'before' | 'after' | 'refused'

type Event =
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'edit'; readonly value: string | null }
  | { readonly kind: 'run'; readonly end: End }

const found = ({ value }: Shop): FoundList => ({ value, digest: value })

function stepOf(shop: Shop): Step {
  return judgeList(shop.wish, shop.kept, believed(shop.wish, shop.kept) ?? found(shop))
}

/** What publishing does with a list, with a shop that compares before it writes. Returns whether anything was written. */
function run(shop: Shop, end: End): boolean {
  for (let looks = 0; looks < 3; looks += 1) {
    const step = stepOf(shop)
    switch (step.kind) {
      case 'nothing':
        return false
      case 'leave':
        shop.kept = { ...shop.kept!, isLeft: true, writing: null, refused: null }
        return false
      case 'forget':
        shop.kept = undefined
        return false
      case 'adopt':
        shop.kept = { before: step.before, written: step.value, writing: null, digest: step.digest, isLeft: false, refused: null }
        shop.by = 'us'
        return false
      case 'write':
      case 'restore': {
        const { before, ours, digest } = step
        shop.kept = { before, written: ours, digest, writing: step.value ?? '', isLeft: false, refused: null }
        if (end === 'before') return false
        if (end === 'refused') {
          shop.kept = { ...shop.kept, refused: 'No' }
          return false
        }
        if (step.value !== null && step.digest !== shop.value) continue
        expect(shop.by === 'somebody' && ours !== null, 'somebody’s edit was overwritten').toBe(false)
        shop.value = step.value
        shop.by = 'us'
        if (end === 'after') return true
        shop.kept = step.kind === 'restore' ? undefined : { ...shop.kept, written: step.value, digest: step.value, writing: null }
        return true
      }
    }
  }
  return false
}

const lists = ['["a"]', '["a","b"]', '["c"]']
const anyWish = fc.oneof(
  fc.constantFrom(...lists).map((value): Wish => ({ kind: 'show', value })),
  fc.constantFrom<Wish>({ kind: 'nothing' }, { kind: 'off' }),
)
const anyRun = fc.constantFrom<End>('well', 'well', 'before', 'after', 'refused').map((end): Event => ({ kind: 'run', end }))
/** What somebody writes by hand is nothing that a rule says. */
const anyEdit = fc.constantFrom(null, '["x"]', '["y"]').map((value): Event => ({ kind: 'edit', value }))
const original = fc.constantFrom(null, '["x"]', '[ "y" ]', '["a"]')
const wishes = anyWish.map((wish): Event => ({ kind: 'wish', wish }))

function openShop(value: string | null): Shop {
  return { value, kept: undefined, wish: { kind: 'off' }, by: 'somebody' }
}

function happen(shop: Shop, event: Event): void {
  switch (event.kind) {
    case 'wish':
      shop.wish = event.wish
      break
    case 'edit':
      if (event.value === shop.value) break
      shop.value = event.value
      // Whoever puts back by hand what stood there before us does what we would have done.
      shop.by = shop.kept?.before === event.value ? 'us' : 'somebody'
      break
    case 'run':
      run(shop, event.end)
  }
}

test('however runs end, what stood there before comes back to the letter once the switch is off', () =>
  fc.assert(
    fc.property(original, fc.array(fc.oneof(wishes, anyRun), { maxLength: 12 }), (value, events) => {
      const shop = openShop(value)
      for (const event of events) happen(shop, event)
      shop.wish = { kind: 'off' }
      run(shop, 'well')
      expect(shop).toMatchObject({ value, kept: undefined })
    }),
    { numRuns: 2_000 },
  ))

test('what somebody edited after us is never overwritten, and stands when the switch is off', () =>
  fc.assert(
    fc.property(
      original,
      fc.constantFrom(...lists),
      anyEdit,
      fc.array(fc.oneof(wishes, anyRun), { maxLength: 12 }),
      (value, first, edit, events) => {
        const shop = openShop(value)
        shop.wish = { kind: 'show', value: first }
        run(shop, 'well')
        happen(shop, edit)
        const edited = shop.value
        fc.pre(shop.by === 'somebody')
        expect(isEdited(shop.kept!, found(shop))).toBe(true)
        for (const event of events) {
          // Off and on again begins anew, with the edit as what stood there before.
          if (event.kind === 'wish' && event.wish.kind === 'off') break
          happen(shop, event)
          expect(shop.value).toBe(edited)
        }
        shop.wish = { kind: 'off' }
        run(shop, 'well')
        expect(shop).toMatchObject({ value: edited, kept: undefined })
      },
    ),
    { numRuns: 2_000 },
  ))

test('a second run writes nothing and asks nothing', () =>
  fc.assert(
    fc.property(original, fc.array(fc.oneof(wishes, anyRun, anyEdit), { maxLength: 12 }), (value, events) => {
      const shop = openShop(value)
      for (const event of events) happen(shop, event)
      run(shop, 'well')
      const kept = shop.kept
      expect(run(shop, 'well')).toBe(false)
      if (shop.wish.kind !== 'off') expect(believed(shop.wish, shop.kept)).toBeDefined()
      expect(shop.kept).toEqual(kept)
    }),
    { numRuns: 2_000 },
  ))

test('what a rule says stands there, unless somebody has made the list theirs', () =>
  fc.assert(
    fc.property(original, fc.array(fc.oneof(wishes, anyRun), { maxLength: 8 }), fc.constantFrom(...lists), (value, events, last) => {
      const shop = openShop(value)
      for (const event of events) happen(shop, event)
      shop.wish = { kind: 'show', value: last }
      run(shop, 'well')
      expect(JSON.parse(shop.value!)).toEqual(JSON.parse(last))
    }),
  ))

test('a list that somebody has emptied stays empty, also where there was none before', () => {
  const kept: StoredList = { before: null, written: '["a"]', writing: null, digest: 'd', isLeft: false, refused: null }
  const none = { value: null, digest: null }
  expect(judgeList({ kind: 'show', value: '["c"]' }, kept, none)).toEqual({ kind: 'leave' })
  expect(believed({ kind: 'nothing' }, kept)).toBeUndefined()
  expect(judgeList({ kind: 'nothing' }, kept, none)).toEqual({ kind: 'leave' })
})

test('a list whose product is gone is forgotten', () => {
  const kept: StoredList = { before: null, written: '["a"]', writing: null, digest: 'd', isLeft: false, refused: null }
  expect(judgeList({ kind: 'off' }, kept, undefined)).toEqual({ kind: 'forget' })
  expect(judgeList({ kind: 'show', value: '["a"]' }, undefined, undefined)).toEqual({ kind: 'nothing' })
})
