import type { ShopId } from '#app/commerce/ids.ts'
import { prisma } from '#app/db.server.ts'

export const SYNC_KINDS = ['catalog', 'orders'] as const
export type SyncKind = (typeof SYNC_KINDS)[number]

/** How far the pull of one kind of data is; what the merchant sees on the home page. */
export type SyncProgress =
  | { readonly phase: 'asking' }
  | { readonly phase: 'exporting'; readonly bulkOperationId: string; readonly progress: number }
  | { readonly phase: 'reading'; readonly progress: number; readonly total: number }
  | { readonly phase: 'done'; readonly progress: number }
  | { readonly phase: 'failed'; readonly failure: string }

/** Writes down where a pull stands. A failure keeps the operation's id out: the next try starts anew. */
export async function noteProgress(shop: ShopId, kind: SyncKind, progress: SyncProgress): Promise<void> {
  const now = new Date()
  const ended = progress.phase === 'done' || progress.phase === 'failed'
  const state = {
    phase: progress.phase,
    progress: 'progress' in progress ? progress.progress : 0,
    total: 'total' in progress ? progress.total : null,
    failure: 'failure' in progress ? progress.failure : null,
    finishedAt: ended ? now : null,
    ...(progress.phase === 'exporting' && { bulkOperationId: progress.bulkOperationId }),
    ...((ended || progress.phase === 'asking') && { bulkOperationId: null }),
    ...(progress.phase === 'asking' && { startedAt: now }),
  }
  await prisma.sync.upsert({
    where: { shopId_kind: { shopId: shop, kind } },
    create: { shopId: shop, kind, startedAt: now, ...state },
    update: state,
  })
}

/** The export that an interrupted pull was waiting for, if any. */
export async function openExport(shop: ShopId, kind: SyncKind): Promise<string | undefined> {
  const row = await prisma.sync.findUnique({ where: { shopId_kind: { shopId: shop, kind } } })
  return row?.bulkOperationId ?? undefined
}
