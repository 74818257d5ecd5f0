import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '@shopify/polaris'
import { hasPage } from '#app/catalog/eligible.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { listPart } from '#app/platform/list-part.ts'
import { fillBeside } from '#app/slots/fill-placements.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { pictured } from '#app/wording/pictured.ts'
import { SlotList } from './slot-list.tsx'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'

export const clientLoader = stayingLoader()

const PER_PART = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const { sought, part: asked } = readPart(request.url)
  const sources = await loadSources(id, new Date())
  const found = [...sources.catalog.products.entries()].filter(
    ([, product]) => hasPage(product) && product.title.toLowerCase().includes(sought.toLowerCase()),
  )
  const { part, parts, from, to } = listPart(found.length, asked, PER_PART)
  return {
    sought,
    part,
    parts,
    found: found.length,
    slots: found.slice(from, to).map(([index, product]) => {
      const slot = fillBeside(index, 'product-page', sources.set, sources)[0]!.slot
      const cards = slot.kind === 'filled' ? slot.cards : []
      return {
        beside: pictured(product),
        byRule: cards.filter(({ reason }) => reason.by === 'rule').length,
        byModel: cards.filter(({ reason }) => reason.by !== 'rule').length,
      }
    }),
  }
}

export default function Products() {
  const data = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <Page title={say('products.title')} subtitle={say('products.subtitle')}>
      <SlotList {...data} />
    </Page>
  )
}
