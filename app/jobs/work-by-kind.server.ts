import type { JobKind } from '#app/queue/queue.server.ts'
import type { DoJob } from '#app/queue/work.server.ts'
import { retain } from '#app/privacy/retain.server.ts'
import { apply } from './apply.server.ts'
import { check } from './check.server.ts'
import { copy } from './copy.server.ts'
import { leave } from './leave.server.ts'
import { lint } from './lint.server.ts'
import { markets } from './markets.server.ts'
import { measure } from './measure.server.ts'
import { propose } from './propose.server.ts'
import { publish } from './publish.server.ts'
import { readSayings } from './read-sayings.server.ts'
import { sync } from './sync.server.ts'
import { train } from './train.server.ts'
import { writeCopy } from './write-copy.server.ts'

/** What a worker does for each kind of job. */
export const WORK: Readonly<Record<JobKind, DoJob>> = {
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
