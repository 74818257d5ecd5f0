import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf, type Merchant } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { log } from '#app/platform/log.server.ts'
import { merchantsLists } from '#app/publish/standard/standard-own.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { fetchComplements } from '#app/rules/import/complements.server.ts'
import { draftsOf, PAIRING_SOURCES } from '#app/rules/import/draft-pairing.ts'
import { listImports, takeBackImport } from '#app/rules/import/imports.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { ImportPage } from './import-page.tsx'
import { viewImport } from './import-view.ts'
import type { ListedImport } from './imported.ts'
import { makeDrafts } from './make-drafts-of.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST_LISTED = 10
const imported = {
  schema: z.strictObject({ source: z.enum(PAIRING_SOURCES), at: z.iso.datetime().transform((at) => new Date(at)) }),
  mostBytes: 1_000,
  refused: 'This names no import',
}

/** What Search & Discovery pairs in the shop. */
async function complementsOf({ id, admin, words }: Merchant, now: Date) {
  const catalog = await loadCatalog(id, now.getTime())
  const pairings = await fetchComplements(admin, catalog, await merchantsLists(id, 'complementary'))
  return { catalog, pairings, drafts: draftsOf(pairings, 'search-discovery', catalog, words.say) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const merchant = await merchantOf(request)
  const imports = await importsOf(merchant.id)
  try {
    const [{ catalog, pairings, drafts }, set] = await Promise.all([complementsOf(merchant, new Date()), readWorkingSet(merchant.id)])
    return { imports, complements: viewImport(pairings, drafts, set.rules, catalog) }
  } catch (error) {
    if (error instanceof Response) throw error
    log.warn({ shop: merchant.id, why: (error as Error).message }, 'Search & Discovery could not be read')
    return { imports, complements: null }
  }
}

async function importsOf(shop: ShopId): Promise<ListedImport[]> {
  return (await listImports(shop, MOST_LISTED)).map(({ madeAt, ...one }) => ({ ...one, at: madeAt.toISOString() }))
}

/** POST makes drafts of what Search & Discovery pairs. DELETE takes back the import that the body names. */
export async function action(args: ActionFunctionArgs) {
  return args.request.method === 'DELETE' ? takeBack(args) : draftComplements(await merchantOf(args.request), new Date())
}

const takeBack = merchantAction(imported, async ({ source, at }, { id }) => {
  const outcome = await takeBackImport(id, source, at)
  if (outcome.removed > 0) await enqueue('lint', id)
  return outcome
})

async function draftComplements(merchant: Merchant, now: Date) {
  const { drafts } = await complementsOf(merchant, now)
  return makeDrafts(merchant.id, 'search-discovery', drafts, now)
}

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />
}
