import { expect, it } from 'vitest'
import { digestOf } from './digest.server.ts'

it('stays what it was: a version that stands in the database under its digest would be another', () => {
  const set = { rules: [{ name: 'Größe', id: 'a', when: undefined }], placements: { b: 2, a: 1.5, 10: null } }
  expect(digestOf(set)).toBe('dac59752953222ceaf204ce052479baaa97da84446963816b1d8691b4d1fd137')
})
