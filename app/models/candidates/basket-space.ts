import type { Knowledge } from '#app/models/knowledge.ts'
import { WIDTH } from './columns.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** Candidates looked at closely: while learning, and for a shopper. */
const CANDIDATES = 120
/** Customers alike that are listened to. */
const ALIKE = 100

/** Room to answer one question after the other in. */
export function makeSpace({ popularity, histories, regression }: Knowledge): Workspace {
  return makeWorkspace({
    products: popularity.ever.length,
    others: histories.log.customerCount,
    head: regression.size,
    candidates: CANDIDATES,
    alike: ALIKE,
    width: WIDTH,
  })
}
