import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { conditionsIn } from '#app/rules/bounds.ts'
import { mentionsIn } from '#app/rules/mentions.ts'
import { readSettings } from '#app/rules/settings.ts'
import { readWorkingSet, saveBounds } from '#app/rules/versions/working-set.server.ts'
import { loadMeasuring } from './load-measuring.server.ts'
import { SettingsPage, type SettingsAnswer } from './settings-page.tsx'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'
export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST_BYTES = 200_000

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const [catalog, { exclusion, neverTogether, floor, freeDelivery }, measuring] = await Promise.all([
    loadCatalog(id, Date.now()),
    readWorkingSet(id),
    loadMeasuring(id),
  ])
  const settings = { exclusion, neverTogether, ...(floor !== undefined && { floor }), ...(freeDelivery && { freeDelivery }) }
  return {
    settings,
    shop: id,
    measuring,
    names: namesIn(catalog),
    titles: conditionsIn(settings).flatMap((condition) => mentionsIn(condition, catalog)),
  }
}

/** PUT saves the settings in the body. The shop follows once they are published. */
export async function action({ request }: ActionFunctionArgs): Promise<SettingsAnswer> {
  const { id } = await merchantOf(request)
  const read = readSettings(await readJson(request, MOST_BYTES))
  if (read.kind === 'refused') return read
  await saveBounds(id, read.settings)
  await enqueue('lint', id)
  return { kind: 'saved', settings: read.settings }
}

export default function Settings() {
  const { settings, shop, names, titles, measuring } = useLoaderData<typeof loader>()
  return <SettingsPage saved={settings} shop={shop} names={names} titles={titles} measuring={measuring} />
}
