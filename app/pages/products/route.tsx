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
import { isAsFiltered, SLOT_FILTERS } from './slot-filter.ts'
import { SlotList } from './slot-list.tsx'

export const clientLoader = stayingLoader()

const PER_PART = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const { sought, part: asked } = readPart(request.url)
  const show = new URL(request.url).searchParams.get('show')
  const filter = SLOT_FILTERS.find((one) => one === show) ?? 'all'
  const sources = await loadSources(id, new Date())
  const shownOn = (index: number) => {
    const slot = fillBeside(index, 'product-page', sources.set, sources)[0]!.slot
    const cards = slot.kind === 'filled' ? slot.cards : []
    const byRule = cards.filter(({ reason }) => reason.by === 'rule').length
    return { byRule, byModel: cards.length - byRule }
  }
  const found = [...sources.catalog.products.entries()].filter(
    ([index, product]) =>
      hasPage(product) &&
      product.title.toLowerCase().includes(sought.toLowerCase()) &&
      (filter === 'all' || isAsFiltered(shownOn(index), filter)),
  )
  const { part, parts, from, to } = listPart(found.length, asked, PER_PART)
  return {
    sought,
    filter,
    part,
    parts,
    found: found.length,
    slots: found.slice(from, to).map(([index, product]) => ({ beside: pictured(product), ...shownOn(index) })),
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
