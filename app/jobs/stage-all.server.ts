import { Sayable } from '#app/platform/failure.ts'
import type { BrokenLine } from '#app/shopify/export/broken-line.ts'
import type { ReportProgress } from './run-export.server.ts'

/** An export with more lines than that which cannot be read is not taken over. */
const MOST_BROKEN = 10_000

/** Stages batch after batch, telling how many lines were read; returns how many, and those that are broken. Throws when they are too many. */
export async function stageAll<Line>(
  batches: AsyncIterable<readonly Line[]>,
  stage: (batch: readonly Line[]) => Promise<readonly BrokenLine[]>,
  tell: ReportProgress,
): Promise<{ readonly read: number; readonly broken: readonly BrokenLine[] }> {
  const broken: BrokenLine[] = []
  let read = 0
  let harm = 0
  for await (const batch of batches) {
    const found = await stage(batch)
    broken.push(...found)
    harm += found.filter(({ isSpare }) => !isSpare).length
    if (harm > MOST_BROKEN) throw new Sayable(`More than ${MOST_BROKEN} lines of the export could not be read`)
    read += batch.length
    await tell(read)
  }
  return { read, broken }
}
