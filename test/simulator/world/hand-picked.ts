import type { Product } from '../shop.ts'

/** What the merchant of the large shop has chosen in Search & Discovery: beside a product, others in this order. */
const picked: Readonly<Record<string, readonly string[]>> = {
  'watercolour-box-24-pans': ['watercolour-block-a4-20-sheets', 'watercolour-brushes-set-of-4', 'watercolour-pans-refill-of-6'],
  'travel-watercolours-12-pans': ['watercolour-block-a4-20-sheets', 'watercolour-pans-refill-of-6'],
  'gouache-studio-set': ['gouache-white-100-ml', 'mixed-media-pad-a3'],
  'acrylic-starter-set': ['acrylic-tubes-refill-of-6', 'drawing-roll-20-m'],
  'colouring-pencils-72-in-a-tin': ['sketchbook-linen-cover', 'colouring-pencils-the-12-that-run-out-first'],
  'calligraphy-set': ['drawing-ink-blue-black-50-ml', 'sketchbook-linen-cover'],
  'bead-loom': ['glass-beads-1-000-mixed'],
  'espresso-machine-piccola': ['cleaning-tablets-for-espresso-machines', 'descaler-liquid-3-rounds'],
  'espresso-machine-grande': ['cleaning-tablets-for-espresso-machines', 'descaling-tablets-10-rounds'],
  'office-coffee-machine': ['coffee-filters-1x10-100-sheets', 'descaling-tablets-10-rounds'],
  'studio-tripod-with-fluid-head': ['camera-backpack-22-l', 'studio-tripod-with-fluid-head', 'padded-wrap'],
  'commuter-backpack-18-l': ['desk-dock'],
}

/** The products, those that he has chosen something for with it: in the metafield in which Search & Discovery keeps it. */
export function withHandPicked(products: readonly Product[]): Product[] {
  const ids = new Map(products.map(({ id, handle }) => [handle, `gid://shopify/Product/${id}`]))
  return products.map((product) => {
    const handles = picked[product.handle]
    if (!handles) return product
    const [namespace, key] = ['shopify--discovery--product_recommendation', 'complementary_products']
    const value = JSON.stringify(handles.map((handle) => ids.get(handle)))
    return { ...product, metafields: [...product.metafields, { namespace, key, type: 'list.product_reference', value }] }
  })
}
