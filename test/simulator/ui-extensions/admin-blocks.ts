import { globalId } from '../admin/global-id.ts'
import type { Installation } from '../admin/installation.ts'
import { readExtensions } from './read-extensions.ts'
import { drawnBy, wordsOf } from './scripts.ts'

/**
 * Our blocks on the admin's page of an order, each with a room, and the script that fills them. They are told which order it is, and may
 * ask the app's server as whoever looks at the page.
 */
export function orderBlocks(folder: string, { app, shop, now }: Installation, order: number): string {
  const extensions = readExtensions(folder).filter(({ target }) => target === 'admin.order-details.block.render')
  const admin = `/store/${shop.facts.handle}`
  const page = drawnBy({
    blocks: Object.fromEntries(
      extensions.map(({ handle, target, mayUseNetwork }) => [handle, { target, mayUseNetwork, src: `/cdn/ui/${handle}.js`, settings: {} }]),
    ),
    state: { signals: {}, plain: { data: { selected: [{ id: globalId('Order', order) }] } } },
    locale: 'en',
    words: wordsOf(folder, 'en'),
    now: now().getTime(),
    urls: {
      worker: '/cdn/ui/worker.js',
      app: { url: app.url, token: `${admin}/id-token`, home: `${admin}/apps/${app.handle}` },
    },
  })
  return extensions.map(({ handle }) => `<div class="ui-block" data-block="${handle}"></div>`).join('') + page
}
