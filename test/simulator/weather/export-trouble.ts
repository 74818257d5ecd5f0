import type { TroubleSource, Troubles } from './troubles.ts'

/** What can befall an export (a bulk operation) when it is started. */
export type ExportTrouble =
  /** Ends as FAILED after so many rows, which `partialDataUrl` still gives. */
  | { readonly kind: 'fails'; readonly after: number; readonly errorCode?: 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' }
  /** Stays RUNNING until it is cancelled. */
  | { readonly kind: 'stuck' }
  /** Is complete and, before anybody asked, too old: EXPIRED, without a result. */
  | { readonly kind: 'expires' }
  /** Completes with a damaged file. `Damage` tells what was done to it. */
  | {
      readonly kind: 'spoilt'
      /** So many lines lose their second half and are no JSON any more. */
      readonly broken?: number
      /** So many parents are left out, so that their children are orphans. */
      readonly orphaned?: number
      /** The last line ends in its middle, and the file with it. */
      readonly truncated?: boolean
    }

/** What was done to the file of one export: the rows that cannot be read from it any more. */
export interface Damage {
  readonly broken: readonly Readonly<Record<string, unknown>>[]
  readonly leftOut: readonly Readonly<Record<string, unknown>>[]
  readonly truncated: Readonly<Record<string, unknown>> | null
}

/** An export is called by the root fields of its query: `products`, `orders`. */
export interface ExportTroubles extends Troubles<ExportTrouble> {
  /** Of every spoilt export so far, oldest first. */
  readonly damages: readonly Damage[]
}

export interface ExportTroubleSource extends TroubleSource<ExportTrouble> {
  readonly damages: Damage[]
}
