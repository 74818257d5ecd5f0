import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { drawnList } from '../drawn.ts'
import type { Names } from '../field.ts'
import type { MomentKind } from '../moment-kind.ts'

/** The visit belongs to one of the markets, by handle. */
export interface InMarket extends Names {
  readonly kind: 'market'
}

export const inMarket: MomentKind<InMarket> = {
  kind: 'market',
  about: 'context',
  fields: [{ kind: 'names', source: 'markets' }],
  check: ({ names }, { market }) => market !== null && names.map(foldAsLiquid).includes(foldAsLiquid(market)),
  drawn: ({ kind, names }) => drawnList(kind, 'names', names.map(foldAsLiquid)),
}
