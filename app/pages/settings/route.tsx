import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { saving } from '#app/kit/requests/saving.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { conditionsIn } from '#app/rules/bounds.ts'
import { mentionsIn } from '#app/rules/mentions.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { readSettings } from '#app/rules/settings.ts'
import { boundsIn, readWorkingSet, saveBounds } from '#app/rules/versions/working-set.server.ts'
import { settingsMade } from '#app/wording/review.ts'
import { loadMeasuring } from './load-measuring.server.ts'
import { SettingsPage, type SettingsAnswer } from './settings-page.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wanted = { schema: saving, mostBytes: 200_000, refused: 'This does not say what is to be saved' }

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const [catalog, set, measuring] = await Promise.all([loadCatalog(id, Date.now()), readWorkingSet(id), loadMeasuring(id)])
  const settings = boundsIn(set)
  return {
    settings,
    shop: id,
    measuring,
    names: namesIn(catalog),
    titles: conditionsIn(settings).flatMap((condition) => mentionsIn(condition, catalog)),
  }
}

/** PUT saves the settings in the body, where nobody saved others since those that it says. The shop follows once they are published. */
export const action = merchantAction(wanted, async ({ is, was }, { id, words }): Promise<SettingsAnswer> => {
  const [read, before] = [readSettings(is), was === undefined ? undefined : readSettings(was)]
  if (read.kind === 'refused') return read
  if (before?.kind === 'refused') return before
  const saved = await saveBounds(id, read.settings, before?.settings)
  if (saved.kind === 'changed-meanwhile') {
    const context = { ...words, catalog: await loadCatalog(id, Date.now()) }
    const did = settingsMade({ ...EMPTY_SET, ...before?.settings }, { ...EMPTY_SET, ...saved.standing }, context)
    return { ...saved, did }
  }
  await enqueue('lint', id)
  return { kind: 'saved', settings: read.settings }
})

export default function Settings() {
  const { settings, shop, names, titles, measuring } = useLoaderData<typeof loader>()
  return <SettingsPage saved={settings} shop={shop} names={names} titles={titles} measuring={measuring} />
}
