import { actionsFor } from './actions-for.server.ts'
import { merchantOf, visitorOf } from './merchant.server.ts'

export const { action: merchantAction, actionByKind: merchantActionByKind } = actionsFor(merchantOf)

/** For whom the app may not be at work: who leaves, or comes back. */
export const { action: visitorAction } = actionsFor(visitorOf)
