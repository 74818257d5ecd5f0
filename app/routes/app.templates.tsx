import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import english from '#app/admin/locales/en.json'
import { nameOf, viewTemplate } from '#app/admin/template-view.ts'
import { TemplatesPage } from '#app/admin/templates-page.tsx'
import { wordsFor } from '#app/admin/words-for.ts'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { readJson } from '#app/ingest/read-json.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { fitName } from '#app/rules/rule-name.ts'
import { saveRule } from '#app/rules/store-rules.server.ts'
import { fillTemplate } from '#app/rules/templates/fill-template.ts'
import { TEMPLATES } from '#app/rules/templates/templates.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { merchantOf } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

const MOST_BYTES = 2_000
const wish = z.strictObject({ key: z.string().max(500) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop } = await merchantOf(request)
  const sources = await loadSources(id, new Date())
  const words = wordsFor(english, 'en', shop.currency)
  return { templates: TEMPLATES.map((template) => viewTemplate(template, sources.set, sources, words)) }
}

/** POST makes a draft of what a template made of the shop's goods, and leads to its builder. */
export async function action({ request }: ActionFunctionArgs) {
  const { id: shop, shop: facts, redirect } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This names no template', { status: 400 })
  const now = new Date()
  const catalog = await loadCatalog(shop, now.getTime())
  const filled = TEMPLATES.map((template) => fillTemplate(template, catalog))
  const filling = filled.flatMap((one) => (one.kind === 'filled' ? one.fillings : [])).find(({ key }) => key === read.data.key)
  if (!filling) throw new Response('Nothing in the shop fills this template any more', { status: 404 })
  const { say } = wordsFor(english, 'en', facts.currency)
  const id = randomBytes(9).toString('base64url') as RuleId
  const saved = await saveRule(shop, { ...filling.rule, id, name: fitName(nameOf(filling, say)) }, now)
  if (saved.kind === 'too-much') return saved
  await enqueue('lint', shop)
  throw redirect(`/app/rules/${id}`)
}

export default function Templates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />
}
