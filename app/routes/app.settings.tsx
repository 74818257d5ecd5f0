import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SettingsPage, type SettingsAnswer } from '#app/admin/settings-page.tsx'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import { readJson } from '#app/ingest/read-json.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { mentionsIn } from '#app/rules/mentions.ts'
import { readSettings } from '#app/rules/settings.ts'
import { readExclusion, saveExclusion } from '#app/rules/store-rules.server.ts'
import { readLock, saveLock } from '#app/slots/store-locks.server.ts'
import { merchantOf } from './merchant.server.ts'

const MOST_BYTES = 200_000

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const [catalog, lock, exclusion] = await Promise.all([loadCatalog(id, Date.now()), readLock(id, 'product-page'), readExclusion(id)])
  return { settings: { lock, exclusion }, names: namesIn(catalog), titles: exclusion ? mentionsIn(exclusion, catalog) : [] }
}

/** PUT saves the settings in the body and publishes what follows from them. */
export async function action({ request }: ActionFunctionArgs): Promise<SettingsAnswer> {
  const { id } = await merchantOf(request)
  const read = readSettings(await readJson(request, MOST_BYTES))
  if (read.kind === 'refused') return read
  await saveLock(id, 'product-page', read.settings.lock)
  await saveExclusion(id, read.settings.exclusion)
  await enqueue('publish', id)
  return { kind: 'saved' }
}

export default function Settings() {
  const { settings, names, titles } = useLoaderData<typeof loader>()
  return <SettingsPage saved={settings} names={names} titles={titles} />
}
