import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '@shopify/polaris'
import type { ProductId } from '#app/commerce/ids.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { readPublishedPage } from '#app/publish/published.server.ts'
import { toMetafields } from '#app/publish/slot-metafields.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import { fillerOf } from '#app/slots/fill-placements.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { nearTo } from '#app/slots/near-to.ts'
import { pictured } from '#app/wording/pictured.ts'
import { SlotCards } from './slot-cards.tsx'

export const clientLoader = stayingLoader()

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: shop, shop: facts } = await merchantOf(request)
  const product = Number(params['id']) as ProductId
  const sources = await loadSources(shop, new Date())
  const index = sources.catalog.indexOf(product)
  if (index === undefined) throw new Response('There is no such product', { status: 404 })
  const placements = fillerOf(sources.set, sources).beside(index)
  const { lock, slot } = placements.find(({ placement }) => placement === 'product-page')!.slots[0]!
  const cards = slot.kind === 'filled' ? slot.cards : []
  const near = nearTo(product, sources.set.placements, sources.companions)
  const wanted = toMetafields(placements, facts.currency, { near })
  const published = await readPublishedPage(shop, product)
  return {
    beside: pictured(sources.catalog.products[index]!),
    lock,
    empty: slot.kind === 'nothing' ? slot : null,
    cards: cards.map(({ product: id, reason, need = null, guard, notIn = [] }) => ({
      ...pictured(sources.catalog.products[sources.catalog.indexOf(id)!]!),
      reason,
      need,
      waits: guard !== undefined,
      notIn: sources.catalog.markets.filter(({ handle }) => notIn.includes(fold(handle))).map(({ name }) => name),
    })),
    live: published?.offers === wanted?.offers && published?.notes === wanted?.notes,
  }
}

export default function ProductSlot() {
  const { beside, ...rest } = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <Page
      title={beside.title}
      subtitle={say('slot.subtitle')}
      backAction={{ content: say('products.title'), url: '/app/products' }}
      secondaryActions={[{ content: say('slot.preview'), url: `/app/placements/preview?product=${beside.id}` }]}
    >
      <SlotCards {...rest} />
    </Page>
  )
}
