import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { themeFolder } from '../render-page.ts'
import type { StorefrontOptions } from '../storefront-options.ts'
import type { Visit, VisitDoor } from '../visit.ts'

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const widest = 2048
const PIXEL_CODE = '/cdn/shopify/pixel-code.js'

/** Pictures drawn on demand, and the files of the theme, of the extension and of the platform. */
export function assetDoor(options: StorefrontOptions): VisitDoor {
  const folders: Readonly<Record<string, string>> = {
    theme: join(themeFolder, 'assets'),
    shopify: join(import.meta.dirname, '../platform'),
    extensions: join(options.extensionFolder, 'assets'),
  }
  return async (visit) => {
    const [, place = '', file = ''] = /^\/cdn\/(\w+)\/([\w.-]+)$/.exec(visit.path) ?? []
    if (place === 'products') return picture(visit, file, options.drawPicture)
    if (visit.path === PIXEL_CODE) return options.pixel && script(await options.pixel.script())
    const folder = folders[place]
    const type = types[extname(file)]
    if (!folder || !type) return undefined
    const content = await readFile(join(folder, file)).catch(() => undefined)
    return content && new Response(content, { headers: { 'content-type': `${type}; charset=utf-8` } })
  }
}

const script = (code: string) => new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })

function picture(visit: Visit, file: string, drawPicture: StorefrontOptions['drawPicture']): Response | undefined {
  const product = visit.shop.productsByHandle.get(file.replace(/\.svg$/, ''))
  if (!product?.picture) return undefined
  const width = Math.min(Number(visit.query.get('width')) || product.picture.width, widest)
  const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=3600' }
  return new Response(drawPicture(product, { width }), { headers })
}
