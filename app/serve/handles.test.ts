import fc from 'fast-check'
import { expect, it } from 'vitest'
import { handleAt, joinHandles } from './handles.ts'

it('gives back each handle of however many, and none where there are fewer', () => {
  const handle = fc.stringMatching(/^[a-zß茶-]{0,6}$/)
  fc.assert(
    fc.property(fc.array(handle, { maxLength: 300, size: 'max' }), (all) => {
      const handles = joinHandles(all)
      expect(all.map((_, at) => handleAt(handles, at))).toEqual(all)
      expect(handleAt(handles, all.length)).toBeUndefined()
      expect(handleAt(handles, all.length + 1000)).toBeUndefined()
    }),
  )
})

it('a handle with a space moves no other', () => {
  const handles = joinHandles(['one', 'a b', 'two'])
  expect([0, 2].map((at) => handleAt(handles, at))).toEqual(['one', 'two'])
})
