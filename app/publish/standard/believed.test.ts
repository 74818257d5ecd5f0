import { describe, expect, test } from 'vitest'
import { believed, isEdited, type StoredList, type Wish } from './standard-plan.ts'

describe('what is believed of a list without a look', () => {
  const kept = (part: Partial<StoredList> = {}): StoredList => ({
    ...{ before: '["x"]', written: '["a"]', writing: null, digest: 'd', isLeft: false, refused: null },
    ...part,
  })
  const [shown, nothing, off] = [{ kind: 'show', value: '["b"]' }, { kind: 'nothing' }, { kind: 'off' }] as const satisfies Wish[]
  const none = { value: null, digest: null }

  test('is nothing of one that is theirs, or that was never ours and is wished for by nobody', () => {
    for (const wish of [shown, nothing, off]) expect(believed(wish, kept({ isLeft: true }))).toEqual(none)
    for (const wish of [nothing, off]) expect(believed(wish, undefined)).toEqual(none)
  })

  test('is what we last wrote, where a write would compare', () => {
    for (const wish of [shown, nothing, off]) expect(believed(wish, kept())).toEqual({ value: '["a"]', digest: 'd' })
  })

  test('is not known of what was never ours, what may be half done, and what is put back without comparing', () => {
    expect(believed(shown, undefined)).toBeUndefined()
    for (const wish of [shown, nothing, off]) {
      expect(believed(wish, kept({ written: null }))).toBeUndefined()
      expect(believed(wish, kept({ writing: '' }))).toBeUndefined()
    }
    for (const before of [null, '["a"]', '[ "a" ]']) {
      expect(believed(off, kept({ before }))).toBeUndefined()
      expect(believed(shown, kept({ before }))).toBeDefined()
    }
  })

  test('tells an edit of somebody else’s from what is ours, and from what was never touched', () => {
    const edited = (part: Partial<StoredList>, value: string | null) => isEdited(kept(part), { value, digest: null })
    expect(edited({}, '["a"]')).toBe(false)
    expect(edited({}, '[ "a" ]')).toBe(false)
    expect(edited({}, '["y"]')).toBe(true)
    expect(edited({}, null)).toBe(true)
    // Nothing was ever written, and what stood there still does.
    expect(edited({ written: null }, '["x"]')).toBe(false)
    expect(edited({ written: null }, '[ "x" ]')).toBe(true)
    // Shopify refused: whatever it is, but what was refused, is theirs as before.
    expect(edited({ written: null, writing: '["b"]', refused: 'No' }, '["y"]')).toBe(false)
    // It may have been written without our hearing of it.
    expect(edited({ writing: '["b"]' }, '["b"]')).toBe(false)
    expect(edited({ writing: '["b"]' }, '[ "b" ]')).toBe(false)
    expect(edited({ writing: '' }, null)).toBe(false)
    expect(edited({ writing: '["x"]' }, '["x"]')).toBe(false)
    expect(edited({ writing: '["x"]' }, '[ "x" ]')).toBe(true)
  })
})
