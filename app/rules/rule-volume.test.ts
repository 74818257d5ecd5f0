import { expect, it } from 'vitest'
import { tooMuch } from './rule-volume.ts'

const most = { rules: 10, bytes: 100 }

it('is too much once a change leads beyond what may be, and never where it adds nothing', () => {
  expect(tooMuch({ rules: 9, bytes: 90 }, { rules: 10, bytes: 100 }, most)).toBeUndefined()
  expect(tooMuch({ rules: 10, bytes: 90 }, { rules: 11, bytes: 95 }, most)).toEqual({ kind: 'too-much', of: 'rules', would: 11, most: 10 })
  expect(tooMuch({ rules: 9, bytes: 90 }, { rules: 9, bytes: 101 }, most)).toEqual({ kind: 'too-much', of: 'bytes', would: 101, most: 100 })
  expect(tooMuch({ rules: 12, bytes: 120 }, { rules: 12, bytes: 119 }, most)).toBeUndefined()
  expect(tooMuch({ rules: 12, bytes: 120 }, { rules: 11, bytes: 121 }, most)).toMatchObject({ of: 'bytes' })
})
