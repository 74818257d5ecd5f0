import { expect, test } from 'vitest'
import { placementsOn } from '#app/commerce/placement.ts'
import { readPlan } from './read-plan.ts'

const plan = (publicDisplayName: string, shopifyPlus = false, partnerDevelopment = false) =>
  readPlan({ publicDisplayName, shopifyPlus, partnerDevelopment })

test('a checkout takes blocks on Plus and in development shops; what comes after it, everywhere but on Starter', () => {
  const after = ['thank-you', 'order-status', 'account']
  for (const above of ['Basic', 'Grow', 'Advanced', 'Trial', 'a plan of tomorrow']) {
    expect(placementsOn(plan(above))).toEqual(expect.arrayContaining(after))
    expect(placementsOn(plan(above))).not.toContain('checkout')
  }
  expect(placementsOn(plan('Plus', true))).toContain('checkout')
  expect(placementsOn(plan('Development', false, true))).toContain('checkout')
  for (const placement of ['checkout', ...after]) expect(placementsOn(plan('Starter'))).not.toContain(placement)
})
