import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { saving } from '#app/kit/requests/saving.ts'
import { env } from '#app/platform/env.server.ts'
import { PAGE_BUDGET } from '#app/publish/blocks-in.ts'
import { placedBlocks } from '#app/publish/placed-block.server.ts'
import { standardStates } from '#app/publish/standard/standard-switch.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { mentionsIn } from '#app/rules/mentions.ts'
import { conditionsInMix, readMix, type Mix } from '#app/rules/mix.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { readWorkingSet, saveMix } from '#app/rules/versions/working-set.server.ts'
import { settingsMade } from '#app/wording/review.ts'
import { PlacementsPage, type PlacementsAnswer } from './placements-page.tsx'
import { shareOf } from './share.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wanted = { schema: saving, mostBytes: 200_000, refused: 'This does not say what is to be saved' }

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, admin } = await merchantOf(request)
  const placed = shop.scopes.includes('read_themes') ? placedBlocks(admin).catch(() => undefined) : undefined
  const [catalog, { placements }, shares, blocks, standard] = await Promise.all([
    loadCatalog(id, Date.now()),
    readWorkingSet(id),
    shareOf(id),
    placed,
    standardStates(id),
  ])
  return {
    placements,
    shop: id,
    shares,
    standard,
    appKey: env.SHOPIFY_API_KEY,
    crowded: [...(blocks ?? [])].flatMap(([template, { length }]) => (length > PAGE_BUDGET ? [{ template, blocks: length }] : [])),
    names: namesIn(catalog),
    titles: conditionsInMix(placements).flatMap((condition) => mentionsIn(condition, catalog)),
  }
}

/** PUT saves the mix in the body, where nobody saved another since the one that it says. The shop follows once it is published. */
export const action = merchantAction(wanted, async ({ is, was }, { id, words }): Promise<PlacementsAnswer> => {
  const [read, before] = [readMix(is), was === undefined ? undefined : readMix(was)]
  if (read.kind === 'refused') return read
  if (before?.kind === 'refused') return before
  const saved = await saveMix(id, read.mix, before?.mix)
  if (saved.kind === 'changed-meanwhile') {
    const context = { ...words, catalog: await loadCatalog(id, Date.now()) }
    const setOf = (placements: Mix = {}) => ({ ...EMPTY_SET, placements })
    return { ...saved, did: settingsMade(setOf(before?.mix), setOf(saved.standing), context) }
  }
  await enqueue('lint', id)
  return { kind: 'saved', mix: read.mix }
})

export default function Placements() {
  const { placements, ...rest } = useLoaderData<typeof loader>()
  return <PlacementsPage saved={placements} {...rest} />
}
