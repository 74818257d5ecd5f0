import { apply } from '#app/jobs/apply.server.ts'
import { check } from '#app/jobs/check.server.ts'
import { copy } from '#app/jobs/copy.server.ts'
import { writeCopy } from '#app/jobs/write-copy.server.ts'
import { leave } from '#app/jobs/leave.server.ts'
import { lint } from '#app/jobs/lint.server.ts'
import { measure } from '#app/jobs/measure.server.ts'
import { markets } from '#app/jobs/markets.server.ts'
import { propose } from '#app/jobs/propose.server.ts'
import { publish } from '#app/jobs/publish.server.ts'
import { readSayings } from '#app/jobs/read-sayings.server.ts'
import { sync } from '#app/jobs/sync.server.ts'
import { train } from '#app/jobs/train.server.ts'
import { retain } from '#app/privacy/retain.server.ts'
import type { JobKind } from '#app/queue/queue.server.ts'
import type { DoJob } from '#app/queue/work.server.ts'

export type JobName = JobKind

/** What a worker does for each kind of job. Loaded once the environment stands. */
export const workOf: Readonly<Record<JobKind, DoJob>> = {
  sync,
  apply,
  train,
  propose,
  publish,
  leave,
  retain,
  check,
  markets,
  lint,
  measure,
  copy,
  write: writeCopy,
  'read-sayings': readSayings,
}
