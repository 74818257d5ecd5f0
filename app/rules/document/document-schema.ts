import { z } from 'zod'
import { boundsOf } from '../bounds.ts'
import type { Condition } from '../conditions/condition.ts'
import { WIDEST } from '../conditions/condition-schema.ts'
import { namedOneByOne, shapeOf } from '../conditions/field-schema.ts'
import { ALL_FACTS, CART_FACTS, fieldsOf, PRODUCT_FACTS, type Fact } from '../conditions/kinds.ts'
import { JOIN_SHAPES, NAMED_ONLY } from '../joins/join-schema.ts'
import { mixesOf } from '../mix.ts'
import { ruleOf } from '../read-rule.ts'
import { ruleSetOf } from '../rule-set.ts'
import { ORIGIN } from './origin.ts'
import { FORM } from './write-document.ts'

/**
 * JSON Schema (draft 7) of the documents that `readDocument` reads, drawn from the kinds' own descriptions, for editors and
 * for checks before a document is sent. It refuses nothing that would be read; what only the shop can tell it lets pass.
 */
export function documentSchema(): object {
  const rule = ruleOf({ when: refer('when'), condition: refer('condition'), join: refer('join') })
  const set = drawn(
    ruleSetOf({
      rule: refer('rule'),
      bounds: boundsOf(refer('condition') as z.ZodType<Condition>),
      placements: mixesOf(refer('condition') as z.ZodType<Condition>),
    }),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The rules of a shop, and what holds beside them',
    ...set,
    properties: {
      tandem: { const: FORM, description: 'The form of this document' },
      from: { type: 'string', pattern: ORIGIN.source, description: 'What it was exported from; written by the export' },
      ...(set['properties'] as object),
    },
    required: ['tandem', ...(set['required'] as string[])],
    definitions: {
      rule: drawn(rule),
      when: tree('when', ALL_FACTS),
      condition: tree('condition', PRODUCT_FACTS),
      goods: tree('goods', CART_FACTS),
      join: { anyOf: [...JOIN_SHAPES.map(drawn), { enum: Object.keys(NAMED_ONLY) }] },
      ...Object.fromEntries(ALL_FACTS.map((kind) => [`kind-${kind}`, drawn(factOf(kind))])),
    },
  }
}

const at = (name: string) => ({ $ref: `#/definitions/${name}` })
const refer = (name: string): z.ZodType => z.unknown().meta(at(name))

function tree(name: string, facts: readonly Fact['kind'][]): object {
  const group = (kind: string, of: object) => ({
    type: 'object',
    properties: { kind: { const: kind }, of },
    required: ['kind', 'of'],
    additionalProperties: false,
  })
  const parts = { type: 'array', items: at(name), maxItems: WIDEST }
  return { anyOf: [...facts.map((kind) => at(`kind-${kind}`)), group('all', parts), group('any', parts), group('not', at(name))] }
}

/** A condition of the kind as a document has it. */
function factOf(kind: Fact['kind']): z.ZodType {
  const shape = fieldsOf(kind).map((field): Record<string, z.ZodType> => {
    const { ids, ...others } = shapeOf(field, () => refer('goods'))
    return ids ? { [field.kind]: namedOneByOne(z.union([z.string(), z.int().positive()])) } : others
  })
  return z.strictObject({ kind: z.literal(kind), ...Object.assign({}, ...shape) } as Record<string, z.ZodType>)
}

/** What a value may be before it is read: outer spaces do not count, so neither length nor pattern may. */
function drawn(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema }) {
      delete jsonSchema.maxLength
      if (jsonSchema.pattern) jsonSchema.pattern = jsonSchema.pattern.replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$')
    },
  })
  return rest
}
