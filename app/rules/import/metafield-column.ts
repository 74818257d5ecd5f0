/** The column of a metafield, as exports head it. */
export interface MetafieldColumn {
  readonly namespace: string
  readonly key: string
  /** What a merchant calls it; `''` where the header does not say. */
  readonly name: string
  /** As Shopify calls it; `''` where the header does not say. */
  readonly type: string
}

/** Shopify's own: "Related products (product.metafields.custom.related)". */
const SHOPIFY = /^(.*)\((?:product|variant)\.metafields\.([^.()]+)\.([^()]+)\)$/is
/** Matrixify's: "Metafield: custom.related [list.product_reference]"; a dot in a name has a backslash before it. */
const MATRIXIFY = /^(?:variant )?metafield:((?:\\.|[^\\.[\]])+)\.([^[\]]+)(?:\[([^[\]]*)\])?$/i

/** What a header says of a metafield; undefined where it is of none. */
export function metafieldColumn(header: string): MetafieldColumn | undefined {
  const [, name = '', namespace, key] = SHOPIFY.exec(header) ?? []
  if (namespace !== undefined && key !== undefined) return { namespace, key, name: name.trim(), type: '' }
  const [, space, itsKey, type = ''] = MATRIXIFY.exec(header) ?? []
  if (space === undefined || itsKey === undefined) return undefined
  const plain = (text: string) => text.replaceAll('\\', '').trim()
  return { namespace: plain(space), key: plain(itsKey), name: '', type: type.trim().toLowerCase() }
}

const DISCOVERY = 'shopify--discovery--product_recommendation'
const CHOSEN_THERE = ['complementary_products', 'related_products']
/** Types that can name products: references to them, and texts. */
const NAMING =
  /^$|^(list\.)?(product_reference|variant_reference|single_line_text_field|url)$|^(multi_line_text_field|json|string|json_string)$/

/**
 * Whether a metafield may name products to offer: what Shopify's own namespaces hold is known, and of the merchant's own it depends
 * on what it is called (`undefined`).
 */
export function namesOffers({ namespace, key, type }: MetafieldColumn): boolean | undefined {
  if (namespace === DISCOVERY) return CHOSEN_THERE.includes(key)
  return /^shopify(--|$)/.test(namespace) || !NAMING.test(type) ? false : undefined
}
