/** What a fact is about, in the order in which it is said where nothing is known of what shoppers go by. */
export const FACETS = ['power', 'fit', 'material', 'size', 'use', 'price', 'make'] as const
export type Facet = (typeof FACETS)[number]

/** Words that name a facet in a metafield's key or an option's name, whole words of it, folded; in the languages that we speak. */
const NAMED: Record<Exclude<Facet, 'price' | 'make'>, readonly string[]> = {
  power: ['battery', 'batteries', 'batterie', 'akku', 'pile', 'piles', 'pila', 'pilas', 'bateria', 'voltage', 'voltaje', 'power'],
  fit: [
    'fits',
    'fit',
    'compatible',
    'compatibility',
    'passend',
    'kompatibel',
    'compatibilite',
    'compatibilidad',
    'platform',
    'model',
    'series',
  ],
  material: [
    'material',
    'materials',
    'fabric',
    'stoff',
    'gewebe',
    'matiere',
    'tissu',
    'tejido',
    'chemistry',
    'medium',
    'wood',
    'leaf',
    '素材',
    'الخامة',
  ],
  size: ['size', 'groesse', 'große', 'grosse', 'taille', 'talla', 'tamano', 'format', 'scale', 'サイズ', 'المقاس'],
  use: [
    'use',
    'usage',
    'purpose',
    'activity',
    'occasion',
    'room',
    'age',
    'verwendung',
    'zweck',
    'uso',
    'roast',
    'game',
    'skin',
    'hair',
    '用途',
    'الاستخدام',
  ],
}

/** Counts, sizes of packs and the like say nothing that a shopper looks for. */
const NO_FACET = ['count', 'pack', 'pieces', 'sheets', 'warranty', 'sku', 'gtin', 'barcode']

/** Names are few, and asked about for every product. */
const known = new Map<string, Facet | undefined>()
const MOST_KNOWN = 5_000

/** The facet that a metafield ("specs.battery_size") or an option ("Size") is about; undefined where its name says none. */
export function facetOfName(name: string): Facet | undefined {
  if (known.has(name)) return known.get(name)
  const facet = readName(name)
  if (known.size < MOST_KNOWN) known.set(name, facet)
  return facet
}

function readName(name: string): Facet | undefined {
  const key = name.slice(name.indexOf('.') + 1)
  const words = foldWord(key)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.some((word) => NO_FACET.includes(word))) return undefined
  return FACETS.find(
    (facet) => facet !== 'price' && facet !== 'make' && words.some((word) => NAMED[facet].some((name) => foldWord(name) === word)),
  )
}

/** A word without case and accents, as two spellings of it are compared. Japanese は, ば and ぱ are three letters, not one with accents. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/(?![\u3099\u309a])\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFC')
