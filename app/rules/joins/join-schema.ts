import { z } from 'zod'
import { metafieldName, name, partOfName } from '#app/rules/conditions/field-schema.ts'
import type { JoinField, JoinKind } from './join-kind.ts'
import { JOIN_KINDS, type Join } from './joins.ts'

const FIELDS: { readonly [Kind in JoinField['kind']]: z.ZodType } = {
  metafield: metafieldName,
  option: name,
  prefix: partOfName,
  percent: z.int('fault.percent').min(1, 'fault.percent').max(1000, 'fault.percent'),
}

/** One for each kind. */
export const JOIN_SHAPES = Object.values(JOIN_KINDS as Record<string, JoinKind<Join>>).map(({ kind, fields }) =>
  z.strictObject({ kind: z.literal(kind), ...Object.fromEntries(fields.map((field) => [field.name, FIELDS[field.kind]])) }),
)

/** Joins were once their mere names; those that are still written so mean what they meant. */
export const NAMED_ONLY: Readonly<Record<string, Join>> = {
  'same-collection': { kind: 'same-collection' },
  'same-vendor': { kind: 'same-vendor' },
  'same-tag': { kind: 'same-tag', prefix: '' },
}

export const joinSchema = z.preprocess(
  (written) => (typeof written === 'string' && Object.hasOwn(NAMED_ONLY, written) ? NAMED_ONLY[written] : written),
  z.discriminatedUnion('kind', JOIN_SHAPES as never),
) as unknown as z.ZodType<Join>
