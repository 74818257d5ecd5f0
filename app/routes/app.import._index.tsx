import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportPage } from '#app/admin/import-page.tsx'
import { viewImport } from '#app/admin/import-view.ts'
import english from '#app/admin/locales/en.json'
import { sayFrom } from '#app/admin/say.ts'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { log } from '#app/log.server.ts'
import { addDrafts } from '#app/rules/import/add-drafts.server.ts'
import { pullComplements } from '#app/rules/import/complements.server.ts'
import { draftsOf } from '#app/rules/import/draft-pairing.ts'
import { readWorkingSet } from '#app/rules/working-set.server.ts'
import { merchantOf, type Merchant } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

/** What Search & Discovery pairs in the shop. */
async function complementsOf({ id, admin }: Merchant, now: Date) {
  const catalog = await loadCatalog(id, now.getTime())
  const pairings = await pullComplements(admin, catalog)
  return { catalog, pairings, drafts: draftsOf(pairings, 'search-discovery', catalog, sayFrom(english)) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const merchant = await merchantOf(request)
  try {
    const [{ catalog, pairings, drafts }, set] = await Promise.all([complementsOf(merchant, new Date()), readWorkingSet(merchant.id)])
    return { complements: viewImport(pairings, drafts, set.rules, catalog) }
  } catch (error) {
    if (error instanceof Response) throw error
    log.warn({ shop: merchant.id, why: (error as Error).message }, 'Search & Discovery could not be read')
    return { complements: null }
  }
}

/** POST makes drafts of what Search & Discovery pairs. */
export async function action({ request }: ActionFunctionArgs) {
  const merchant = await merchantOf(request)
  const now = new Date()
  const { drafts } = await complementsOf(merchant, now)
  return { made: (await addDrafts(merchant.id, drafts, now)).length }
}

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />
}
