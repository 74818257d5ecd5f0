import { z } from 'zod'
import type { Product } from '#app/commerce/product.ts'
import { either, fold, quote, type ConditionKind, type Field } from './kind.ts'

export interface Named<Kind extends string> {
  readonly kind: Kind
  /** Any one of them is enough. */
  readonly names: readonly string[]
}

/** A condition on names that a product bears: true when it bears one of those wanted, in whatever case. */
export function named<Kind extends string>(
  kind: Kind,
  source: Extract<Field, { kind: 'texts' }>['source'],
  namesOf: (product: Product) => readonly string[],
): ConditionKind<Kind, Named<Kind>> {
  return {
    kind,
    schema: z.strictObject({
      kind: z.literal(kind),
      names: z
        .array(z.string().trim().min(1, 'fault.choose-one').max(255, 'fault.name-too-long'))
        .min(1, 'fault.choose-one')
        .max(100, 'fault.too-many'),
    }) as unknown as z.ZodType<Named<Kind>>,
    field: { kind: 'texts', source },
    blank: { kind, names: [] },
    check: (product, { names }) => {
      const wanted = new Set(names.map(fold))
      return namesOf(product).some((name) => wanted.has(fold(name)))
    },
    sentence({ names }, { say }) {
      const quoted = names.map((name) => quote(name, say))
      return say(`condition.${kind}`, { names: either(quoted, say) })
    },
  }
}
