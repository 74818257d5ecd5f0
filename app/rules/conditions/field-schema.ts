import { z } from 'zod'
import { EARLIEST_DAY } from '#app/catalog/clock.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import type { Field } from './field.ts'

/** Part of what something in the shop is called, or nothing; longer than this Shopify calls nothing. */
export const partOfName = keepableText.max(255, 'fault.name-too-long')

/** What something in the shop is called. */
export const name = partOfName.min(1, 'fault.choose-one')

const id = z.int().positive()
const end = z.int('fault.number').min(0, 'fault.number').max(Number.MAX_SAFE_INTEGER, 'fault.number').nullable()
const day = z.iso
  .date('fault.date')
  .refine((date) => date >= EARLIEST_DAY, 'fault.date')
  .nullable()
const weekday = z.int().min(1).max(7)

/** What a condition names one by one, each read as given. */
export const namedOneByOne = (each: z.ZodType) => z.array(each).min(1, 'fault.choose-one').max(250, 'fault.too-many')

/** A metafield's name: its namespace and its key. */
export const metafieldName = name.regex(/^[\w$:-]+\.[\w-]+$/, 'fault.metafield-name')

/** How the parts of a condition that a field stands for are read. `goods` reads a condition on products in a cart. */
export function shapeOf(field: Field, goods: () => z.ZodType): Record<string, z.ZodType> {
  switch (field.kind) {
    case 'products':
    case 'collections':
      return { ids: namedOneByOne(id) }
    case 'names':
      return { names: z.array(name).min(1, 'fault.choose-one').max(100, 'fault.too-many') }
    case 'name':
      return { name: field.source === 'metafields' ? metafieldName : name }
    case 'range': {
      const bound = field.unit === 'number' ? z.number('fault.number').nullable() : end
      return { atLeast: bound, atMost: bound }
    }
    case 'days':
      return { days: z.int('fault.days').min(1, 'fault.days').max(3650, 'fault.days') }
    case 'dates':
      return { from: day, to: day }
    case 'weekdays':
      return { weekdays: z.array(weekday).min(1, 'fault.choose-one').max(7, 'fault.too-many') }
    case 'goods':
      return { of: z.lazy(goods) }
  }
}

export interface FieldFault {
  readonly path: string
  readonly message: string
}

/** What is wrong between the parts of a field, each of which may be right by itself. */
export function faultBetween(field: Field, filled: Readonly<Record<string, unknown>>): FieldFault | undefined {
  if (field.kind === 'range') return ends(filled['atLeast'], filled['atMost'], 'atLeast', 'atMost', 'fault.range')
  if (field.kind === 'dates') return ends(filled['from'], filled['to'], 'from', 'to', 'fault.dates')
  return undefined
}

function ends(low: unknown, high: unknown, lowName: string, highName: string, fault: string): FieldFault | undefined {
  if (low === null && high === null) return { path: lowName, message: `${fault}-missing` }
  const isTurned = low !== null && high !== null && (low as number | string) > (high as number | string)
  return isTurned ? { path: highName, message: `${fault}-order` } : undefined
}
