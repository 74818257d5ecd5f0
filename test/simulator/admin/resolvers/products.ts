import type { Product } from '../../shop.ts'
import { inStock } from '../../state/available.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { metafieldFields } from './metafield-fields.ts'
import { moneyOf } from './money.ts'
import { plainText } from './plain-text.ts'
import { findProducts, type ProductSearch } from './product-search.ts'
import { collectionSource, pictureSource, productSource, variantsOf, type ShownPicture } from './sources.ts'

type OfProduct = Resolver<Product>

const byHandle = (handle: string, ask: Ask): Product | null => productSource(ask, ask.shop.productsByHandle.get(handle)?.id)
const prices = (product: Product): number[] => product.variants.map(({ price }) => price)
const image = ({ product, picture }: ShownPicture, ask: Ask) => ({
  id: globalId('ImageSource', product.id),
  url: ask.installation.storefrontUrl + picture.path,
  altText: picture.alt,
  width: picture.width,
  height: picture.height,
})
const categorySource = (fullName: string) => ({
  id: `gid://shopify/TaxonomyCategory/${fullName.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
  fullName,
  name: fullName.split(' > ').at(-1)!,
})
const onlyDefault = ({ variants: [only, ...more], options }: Product): boolean =>
  more.length === 0 && options[0]?.name === 'Title' && only?.title === 'Default Title'

export const productResolvers: Resolvers = {
  QueryRoot: {
    product: ((_source, { id }, ask) => productSource(ask, numberOf('Product', id))) satisfies Resolver<unknown, { id: string }>,
    productByHandle: ((_source, { handle }, ask) => byHandle(handle, ask)) satisfies Resolver<unknown, { handle: string }>,
    productByIdentifier: ((_source, { identifier: { id, handle } }, ask) =>
      handle ? byHandle(handle, ask) : productSource(ask, numberOf('Product', id ?? ''))) satisfies Resolver<
      unknown,
      { identifier: { id?: string; handle?: string } }
    >,
    products: connection(
      (_source: unknown, args: ProductSearch, ask) => findProducts(ask, args),
      ({ id }) => id,
    ),
    productsCount: ((_source, args, ask) => ({ count: findProducts(ask, args).length, precision: 'EXACT' })) satisfies Resolver<
      unknown,
      ProductSearch
    >,
  },
  Product: {
    ...metafieldFields(({ id }: Product) => globalId('Product', id)),
    id: ((product) => globalId('Product', product.id)) satisfies OfProduct,
    legacyResourceId: ((product) => String(product.id)) satisfies OfProduct,
    description: ((product) => plainText(product.descriptionHtml)) satisfies OfProduct,
    onlineStoreUrl: ((product, _args, ask) =>
      product.publishedAt && product.status === 'ACTIVE'
        ? `${ask.installation.storefrontUrl}/products/${product.handle}`
        : null) satisfies OfProduct,
    onlineStorePreviewUrl: ((product, _args, ask) => `${ask.installation.storefrontUrl}/products/${product.handle}`) satisfies OfProduct,
    templateSuffix: () => null,
    options: ((product) =>
      product.options.map(({ name, values }, at) => ({
        id: globalId('ProductOption', product.id * 10 + at),
        name,
        values,
        position: at + 1,
      }))) satisfies OfProduct,
    category: (({ category }) => (category === undefined ? null : categorySource(category))) satisfies OfProduct,
    hasOnlyDefaultVariant: onlyDefault satisfies OfProduct,
    hasOutOfStockVariants: ((product) => product.variants.some((variant) => !inStock(variant))) satisfies OfProduct,
    tracksInventory: ((product) => product.variants.some(({ stock }) => stock !== null)) satisfies OfProduct,
    totalInventory: ((product) => product.variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0)) satisfies OfProduct,
    priceRangeV2: ((product, _args, ask) => ({
      minVariantPrice: moneyOf(Math.min(...prices(product)), ask.shop.facts.currency),
      maxVariantPrice: moneyOf(Math.max(...prices(product)), ask.shop.facts.currency),
    })) satisfies OfProduct,
    featuredMedia: pictureSource satisfies OfProduct,
    featuredImage: ((product, _args, ask) => product.picture && image({ product, picture: product.picture }, ask)) satisfies OfProduct,
    media: connection(
      (product: Product) => [pictureSource(product)].filter((picture) => picture !== null),
      ({ product }) => product.id,
    ),
    variants: connection(
      (product: Product, _args: object, ask) => variantsOf(product, ask),
      ({ variant }) => variant.id,
    ),
    variantsCount: ((product) => ({ count: product.variants.length, precision: 'EXACT' })) satisfies OfProduct,
    collections: connection(
      (product: Product, _args: object, ask) =>
        [...ask.shop.collections.values()]
          .filter(({ productIds }) => productIds.includes(product.id))
          .map(({ id }) => collectionSource(ask, id)!),
      ({ id }) => id,
    ),
    inCollection: ((product, { id }, ask) =>
      ask.shop.collections.get(numberOf('Collection', id) ?? 0)?.productIds.includes(product.id) ?? false) satisfies Resolver<
      Product,
      { id: string }
    >,
  },
  MediaImage: {
    id: (({ product }) => globalId('MediaImage', product.id)) satisfies Resolver<ShownPicture>,
    alt: (({ picture }) => picture.alt) satisfies Resolver<ShownPicture>,
    mediaContentType: () => 'IMAGE',
    status: () => 'READY',
    image: ((shown, _args, ask) => image(shown, ask)) satisfies Resolver<ShownPicture>,
    preview: ((shown, _args, ask) => ({ image: image(shown, ask), status: 'READY' })) satisfies Resolver<ShownPicture>,
  },
}
