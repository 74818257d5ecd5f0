import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { fitName } from '#app/rules/rule-name.ts'
import { fillTemplate } from '#app/rules/templates/fill-template.ts'
import { TEMPLATES } from '#app/rules/templates/templates.ts'
import { saveRule } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { nameOf, viewTemplate } from './template-view.ts'
import { TemplatesPage } from './templates-page.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wanted = { schema: z.strictObject({ key: z.string().max(500) }), mostBytes: 2_000, refused: 'This names no template' }

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, words } = await merchantOf(request)
  const sources = await loadSources(id, new Date())
  return { templates: TEMPLATES.map((template) => viewTemplate(template, sources.set, sources, words)) }
}

/** POST makes a draft of what a template made of the shop's goods, and leads to its builder. */
export const action = merchantAction(wanted, async (wish, { id: shop, words, redirect }) => {
  const now = new Date()
  const catalog = await loadCatalog(shop, now.getTime())
  const filled = TEMPLATES.map((template) => fillTemplate(template, catalog))
  const filling = filled.flatMap((one) => (one.kind === 'filled' ? one.fillings : [])).find(({ key }) => key === wish.key)
  if (!filling) throw new Response('Nothing in the shop fills this template any more', { status: 404 })
  const id = newRuleId()
  const priority = placeBehind((await readWorkingSet(shop)).rules)
  const saved = await saveRule(shop, { ...filling.rule, id, priority, name: fitName(nameOf(filling, words.say)) }, now)
  if (saved.kind === 'too-much') return saved
  await enqueue('lint', shop)
  throw redirect(`/app/rules/${id}`)
})

export default function Templates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />
}
