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
      readonly method: 'query' | 'applyCartLinesChange' | 'customer' | 'publish' | 'app'
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

/** What a page tells its blocks, by the path of each property; `signals` change, the rest stands. */
export interface PageState {
  readonly signals: Readonly<Record<string, unknown>>
  readonly plain: Readonly<Record<string, unknown>>
}

/** What a page with room for blocks is told of them, and where they ask. */
export interface DrawnPage {
  readonly blocks: Readonly<
    Record<string, Pick<Boot, 'target' | 'src' | 'mayUseNetwork'> & { readonly settings: Readonly<Record<string, unknown>> }>
  >
  readonly state: PageState
  readonly locale: string
  readonly words: Readonly<Record<string, unknown>>
  readonly now: number
  readonly urls: {
    readonly worker: string
    /** Absent in the admin, which has neither. */
    readonly storefront?: string
    readonly customer?: string
    /** Absent where no lines can be changed. */
    readonly lines?: string | undefined
    /** In the admin: the app's server, who hands out tokens for it, and where it is opened. */
    readonly app?: { readonly url: string; readonly token: string; readonly home: string }
  }
}
