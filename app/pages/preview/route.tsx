import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, startOfDay } from '#app/catalog/clock.ts'
import { PLACEMENTS } from '#app/commerce/placement.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { readCardSpeech } from '#app/copy/cards/read-card-speech.server.ts'
import { textsBeside } from '#app/copy/cards/texts-beside.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { adminAddress } from '#app/kit/door/read-launch.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { env } from '#app/platform/env.server.ts'
import { mentionsIn } from '#app/rules/mentions.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import { momentOf } from './preview-moment.ts'
import { PreviewPage } from './preview-page.tsx'
import { readPreviewRequest } from './preview-request.ts'
import { previewOf } from './preview.ts'
import { BLOCK_LANGUAGES } from './shopper-words.ts'

export const clientLoader = stayingLoader()

/** What the shop would show at the visit that the address describes. On another day, the shop as it begins that day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, words } = await merchantOf(request)
  const asked = readPreviewRequest(new URL(request.url).searchParams)
  const now = new Date()
  const today = dayOf({ at: now.getTime(), timezone: shop.timezone })
  const isToday = asked.date === null || asked.date === today
  const at = isToday ? now : new Date(startOfDay(asked.date ?? today, shop.timezone))
  const [working, live, stock, speech] = await Promise.all([
    readWorkingSet(id),
    newestVersion(id),
    loadShopContext(id, now, at),
    readCardSpeech(id),
  ])
  const { catalog } = stock
  const index = asked.product === null ? undefined : catalog.indexOf(asked.product)
  const set = asked.of === 'live' ? live.set : working
  const productOf = (product: ProductId) => catalog.products[catalog.indexOf(product) ?? -1]
  const named = [...(asked.product === null ? [] : [asked.product]), ...asked.cart.map((line) => line.id)]
  return {
    asked,
    page: adminAddress(id, env.SHOPIFY_API_KEY, '/app/placements/preview'),
    live: live.number,
    languages: BLOCK_LANGUAGES,
    markets: catalog.markets.map(({ handle }) => handle),
    titles: mentionsIn({ kind: 'product', ids: named }, catalog),
    preview:
      index === undefined && PLACEMENTS[asked.placement].about !== 'shop'
        ? null
        : previewOf(
            {
              placement: asked.placement,
              index: PLACEMENTS[asked.placement].about === 'shop' ? undefined : index,
              mostShown: asked.cards,
              textOf: speech && textsBeside(speech, set.rules, productOf),
            },
            set,
            stock,
            momentOf(asked, catalog, {
              today,
              currency: shop.currency,
              freeDelivery: set.freeDelivery,
            }),
            words,
            shop.currency,
          ),
  }
}

export default function PreviewRoute() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
