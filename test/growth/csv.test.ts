import { decodeText } from '#app/rules/import/decode-text.server.ts'
import { findProductIn } from '#app/rules/import/find-product.ts'
import { readPairings } from '#app/rules/import/read-pairings.ts'
import { aProduct } from '../a/product.ts'
import { aCatalog } from '../a/shop.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

const shop = aCatalog(...Array.from({ length: 20 }, (_, at) => aProduct(at + 1, { handle: `thing-${at}` })))
const HEADER = 'handle,offer\n'

/** A file of that many bytes, and what is odd about it. */
const FILES: Readonly<Record<string, (size: number) => string>> = {
  'many rows': (size) => HEADER + upTo(size, 'thing-1,thing-2\n'),
  'rows of many cells': (size) => HEADER + upTo(size, `${'x,'.repeat(200)}\n`),
  'many names in a cell': (size) => `${HEADER}thing-1,"${upTo(size, 'thing-2;')}"\n`,
  'one huge cell': (size) => `${HEADER}thing-1,${upTo(size, 'x')}\n`,
  'one huge address': (size) => `${HEADER}thing-1,${upTo(size, '/products/')} \n`,
  'one huge address of little': (size) => `${HEADER}thing-1,/products/${upTo(size, 'x')} y\n`,
  'one huge number': (size) => `${HEADER}thing-1,1.${upTo(size, '0')}x\n`,
  'one row of many cells': (size) => `${HEADER}thing-1${upTo(size, ',x')}\n`,
  'many quotes': (size) => `${HEADER}thing-1,"${upTo(size, '""')}"\n`,
  'many cells that are quoted': (size) => `${HEADER}thing-1,${upTo(size, '"x",')}\n`,
  'a quote that never ends': (size) => `${HEADER}thing-1,"${upTo(size, 'x\n')}`,
  'quotes in a first row': (size) => `${upTo(size, '"x"x')}\n`,
  'one quote more in a first row': (size) => `"x",${upTo(size, '""')}"y\n`,
  'many blank lines': (size) => HEADER + upTo(size, '\n'),
  'many spaces': (size) => `${HEADER}thing-1,${upTo(size, ' ')}x\n`,
  'a huge header': (size) => `handle,offer,${upTo(size, 'aB ')}\n`,
  'a header of many columns': (size) => `handle${upTo(size, ',offer')}\n`,
}

async function* inChunks(bytes: Uint8Array, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += most) yield await Promise.resolve(bytes.subarray(at, at + most))
}

const CHUNKS = { 'one byte': 1, '64 kB': 65_536, everything: Infinity }

for (const [words, most] of Object.entries(CHUNKS))
  readsInLinearTime(`a CSV file, ${words} at a time`, FILES, (text) =>
    readPairings(decodeText(inChunks(Buffer.from(text), most)), shop, () => undefined),
  )

const find = findProductIn(shop)
readsInLinearTime(
  'a cell that names a product',
  {
    'an address of little': (size) => `/products/${upTo(size, 'x')} y`,
    'an address of many': (size) => `${upTo(size, '/products/')} y`,
    'a number': (size) => `1.${upTo(size, '0')}x`,
    'a long form': (size) => `gid://shopify/Product/${upTo(size, '1')}x`,
    spaces: (size) => `x${upTo(size, ' ')}x`,
  },
  (cell) => find(cell, 'anything'),
)
