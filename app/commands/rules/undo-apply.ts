import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { takeBack } from '#app/rules/document/take-back.server.ts'
import { sayChanges } from './say-changes.ts'
import { tooMuchLine } from './too-much-line.ts'

/** Puts back what merchants worked on before the last file was applied, unless they have changed something since. */
export async function undoApply(shop: ShopId): Promise<number> {
  const outcome = await takeBack(shop, new Date())
  switch (outcome.kind) {
    case 'taken-back':
      await enqueue('lint', shop)
      console.log(`Undone: ${sayChanges(outcome.before, outcome.after)} to the working set. What is published stays as it is.`)
      return 0
    case 'nothing-applied':
      console.error('Nothing to undo: no file was applied in this shop since the last undo.')
      return 1
    case 'too-much':
      console.error(`Not undone. ${tooMuchLine(outcome)}`)
      return 1
    case 'changed-meanwhile':
      console.error('Not undone: somebody has changed something since the file was applied, and that would be lost.')
      return 1
  }
}
