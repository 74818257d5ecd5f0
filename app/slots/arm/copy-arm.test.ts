import { expect, it } from 'vitest'
import { isHeldOut, saltOf } from './arm.ts'
import { COPY_ARMS, copyArmOf } from './copy-arm.ts'

const hex = (bits: number) =>
  Math.floor(bits * 2 ** 32)
    .toString(16)
    .padStart(8, '0')
/** Ids as random as theirs are, the same every time (Weyl sequences). */
const visits = Array.from({ length: 30_000 }, (_, at) => [2, 3, 5, 7].map((prime) => hex(((at + 1) * Math.sqrt(prime)) % 1)).join(''))

it('is a third each, and the ends belong to somebody', () => {
  for (const arm of COPY_ARMS) expect(visits.filter((visit) => copyArmOf(visit) === arm).length / visits.length).toBeCloseTo(1 / 3, 2)
  expect(copyArmOf('0'.repeat(32))).toBe('own')
  expect(copyArmOf('f'.repeat(32))).toBe('fitted')
})

it('is independent of who is held out of offers', () => {
  const heldOut = visits.filter((visit) => isHeldOut(saltOf('salt', 'cross-sell'), visit, 0.5))
  for (const arm of COPY_ARMS) expect(heldOut.filter((visit) => copyArmOf(visit) === arm).length / heldOut.length).toBeCloseTo(1 / 3, 1)
})
