import { capOf, capped, type Cap } from '#app/measure/statistics/cap.ts'
import type { Luck } from '../../simulator/world/random.ts'
import { NO_EFFECT, orderOf, USUAL, type Ordered } from './shoppers.ts'

/** `Sums` that grow. */
export interface Tally {
  visitors: number
  y: number
  yy: number
  x: number
  xx: number
  xy: number
}

/** What one visitor may count for. */
export interface Caps {
  readonly offered: Cap
  readonly revenue: Cap
  readonly units: Cap
}

/** One arm, by each metric. */
export interface Arm {
  readonly offered: Tally
  readonly revenue: Tally
  readonly conversion: Tally
  readonly orderValue: Tally
  readonly units: Tally
  readonly otherUnits: Tally
}

const tally = (): Tally => ({ visitors: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 })

export function anArm(): Arm {
  return { offered: tally(), revenue: tally(), conversion: tally(), orderValue: tally(), units: tally(), otherUnits: tally() }
}

/** Caps from so many orders before anything was offered. */
export function capsBefore(luck: Luck, orders = 20_000): Caps {
  const before = Array.from({ length: orders }, () => ({ ...orderOf(luck, USUAL, NO_EFFECT) }))
  return {
    offered: capOf(before.map(({ offered }) => offered))!,
    revenue: capOf(before.map(({ offered, others }) => offered + others))!,
    units: capOf(before.map(({ offeredUnits, otherUnits }) => offeredUnits + otherUnits))!,
  }
}

const none: Cap = { most: Infinity, usual: 0 }
export const UNCAPPED: Caps = { offered: none, revenue: none, units: none }

export function count(arm: Arm, visitors: number): void {
  for (const one of Object.values(arm) as Tally[]) one.visitors += visitors
}

/** Enters what one visitor ordered; `sign` of -1 takes it out again. */
export function enter(arm: Arm, { offered, others, offeredUnits, otherUnits }: Ordered, caps: Caps, sign = 1): void {
  const revenue = capped(offered + others, caps.revenue)
  if (offered > 0) add(arm.offered, capped(offered, caps.offered), 0, sign)
  add(arm.revenue, revenue, 0, sign)
  add(arm.conversion, 1, 0, sign)
  add(arm.orderValue, revenue, 1, sign)
  add(arm.units, capped(offeredUnits + otherUnits, caps.units), 1, sign)
  add(arm.otherUnits, capped(otherUnits, caps.units), 1, sign)
}

export function add(to: Tally, y: number, x: number, sign = 1): void {
  to.y += sign * y
  to.yy += sign * y * y
  to.x += sign * x
  to.xx += sign * x * x
  to.xy += sign * x * y
}
