/** What page and worker tell each other. Functions travel as numbers. */
export type ToWorker =
  | { readonly kind: 'boot'; readonly boot: Boot }
  | { readonly kind: 'signal'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown; readonly error?: string | undefined }
  | { readonly kind: 'event'; readonly listener: number; readonly value: unknown }

export type FromWorker =
  | { readonly kind: 'mutate'; readonly records: unknown }
  | {
      readonly kind: 'call'
      readonly call: number
      readonly method: 'query' | 'applyCartLinesChange' | 'customer' | 'publish'
      readonly args: readonly unknown[]
    }
  | { readonly kind: 'failed'; readonly why: string }

export interface Boot {
  readonly src: string
  readonly target: string
  readonly mayUseNetwork: boolean
  readonly signals: Readonly<Record<string, unknown>>
  readonly plain: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, unknown>>
  readonly locale: string
  /** The shop's own time, in milliseconds. */
  readonly now: number
}
