import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { MomentKind } from '../moment-kind.ts'

/** The shop is read in one of the languages, by code: de, pt-BR. */
export interface InLanguage extends Names {
  readonly kind: 'language'
}

export const inLanguage: MomentKind<InLanguage> = {
  kind: 'language',
  about: 'context',
  fields: [{ kind: 'names', source: 'languages' }],
  check: ({ names }, { language }) => names.map(foldAsLiquid).includes(foldAsLiquid(language)),
  drawn: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
}
