/** What a training does, one after the other, once the orders are read. */
type TrainingStep = 'comparing' | 'learning' | 'listing'

/** How far a job is, as it is told to the merchant. */
export type JobProgress =
  | { readonly kind: 'exporting'; readonly objects: number }
  | { readonly kind: 'reading'; readonly read: number; readonly total: number }
  | { readonly kind: 'deliveries'; readonly waiting: number }
  /** Orders read, of about so many; the steps come one after the other. */
  | { readonly kind: 'training'; readonly step: 'reading' | TrainingStep; readonly read: number; readonly total: number }

/** Why a job ended: words of its own, or what the queue found. */
export type JobFailure = { readonly kind: 'said'; readonly why: string } | { readonly kind: 'lost' } | { readonly kind: 'too-long' }

interface Job {
  readonly id: string
  /** What is done; `health.job.*` has words for it. */
  readonly job: string
}

export interface RunningJob extends Job {
  /** ISO 8601. */
  readonly since: string
  readonly attempt: number
  readonly mostAttempts: number
  readonly progress: JobProgress | null
  readonly mayStop: boolean
}

export interface WaitingJob extends Job {
  /** When it begins at the earliest. */
  readonly from: string
  /** How the last try ended; null where there was none. */
  readonly failure: JobFailure | null
  readonly mayStop: boolean
}

/** A job that is not tried again of itself: given up, or stopped by the merchant (`failure` is null). */
export interface EndedJob extends Job {
  readonly at: string
  readonly failure: JobFailure | null
}

/** Webhooks of Shopify's that could not be applied, of one topic and for one reason. */
export interface SetAsideNow {
  readonly topic: string
  readonly why: string
  readonly count: number
  readonly lastAt: string
}

/** Lines of the shop's data that could not be used, about one thing and for one reason. */
export interface LeftOut {
  /** What they are about; null where they do not say. */
  readonly gid: string | null
  /** Of the product, where it is one that is held. */
  readonly title: string | null
  readonly why: string
  readonly count: number
}

/** A metafield that no rule can compare, with its type as Shopify calls it. */
export interface LeftOutFact {
  readonly name: string
  readonly type: string
}

export interface Health {
  readonly running: readonly RunningJob[]
  readonly waiting: readonly WaitingJob[]
  readonly ended: readonly EndedJob[]
}

/** What the queue itself writes down of a job that did not answer any more, or for too long. */
export function readFailure(message: string): JobFailure {
  if (message === 'job heartbeat timeout') return { kind: 'lost' }
  if (message === 'job timed out' || message.startsWith('handler execution exceeded')) return { kind: 'too-long' }
  return { kind: 'said', why: message }
}
