import fc from 'fast-check'
import { aProduct, aVariant } from './product.ts'
import { aCatalog } from './shop.ts'

type By = 'handle' | 'title' | 'sku'
type Names = Readonly<Record<By, string>>

const named = (title: string, handle: string, sku: string): Names => ({ title, handle, sku })
/** Names that hold what parts names, and names of which a part is another's. */
const HELD = [
  named('Robot dog', 'robot-dog', 'TOY-1'),
  named('AA cells', 'aa-cells', '00123'),
  named('Leash', 'leash', 'ACC-3,5'),
  named('テスト商品', 'テスト商品', 'テ-1'),
  named('Pan', 'pan', 'P;1'),
  named('Lid, Pan', 'lid-pan', 'LP'),
  named('Salt & pepper', 'salt-pepper', 'S&P'),
  named('Crème brûlée', 'crème-brûlée', 'CB'),
  named('13" sleeve', 'sleeve-13', 'S|13'),
  named('Cable; 3 m', 'cable', 'C-3'),
  named('Brand | Leash', 'brand-leash', 'BL'),
  named('100% cotton', 'cotton-100', '100%'),
]
/** Products that the shop no longer has; what parts their names leaves something that nobody bears. */
const GONE = [
  named('Lid', 'lid', 'ACC-3'),
  named('Old, Pan', 'old-pan', 'X,LP'),
  named('Robot | Leash', 'robot-leash', '5'),
  named('Salt', 'salt', 'S'),
]
const idOf = (names: Names) => 1001 + HELD.indexOf(names)

export const HELD_SHOP = aCatalog(
  ...HELD.map((names) => aProduct(idOf(names), { title: names.title, handle: names.handle, variants: [aVariant({ sku: names.sku })] })),
)

const pick = <Value>(...values: Value[]) => fc.constantFrom(...values)
const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')
const asHtml = (text: string) =>
  text.replace(/[&<>"',;|]|[^ -~]/gu, (char) => ({ '&': '&amp;', '"': '&quot;', é: '&eacute;' })[char] ?? `&#${char.codePointAt(0)};`)

/** How one name is written. */
const WRITINGS: Readonly<Record<string, (name: string, by: By) => string>> = {
  plain: (name) => name,
  decomposed: (name) => name.normalize('NFD'),
  wide,
  html: asHtml,
  encoded: (name, by) => (by === 'handle' ? encodeURIComponent(name) : name),
  address: (name, by) => (by === 'handle' ? `https://x.example/en-us/collections/all/products/${encodeURIComponent(name)}?a=1` : name),
}
/** How several names stand in one cell. */
const LISTS: Readonly<Record<string, (names: readonly string[]) => string>> = {
  ...Object.fromEntries([', ', ',', '; ', ';', '|', ' | ', '\n'].map((by) => [by, (names: readonly string[]) => names.join(by)])),
  json: (names) => JSON.stringify(names),
  quoted: (names) => names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', '),
}

const HEADERS: Readonly<Record<By, readonly (readonly [beside: string, offered: string])[]>> = {
  handle: [
    ['Handle', 'recommended_handles'],
    ['Product handle, main', 'Recommended products, best first; at most 4'],
  ],
  title: [
    ['Title', 'Upsell product title'],
    ['Product', 'Frequently bought together'],
  ],
  sku: [
    ['source_sku', 'target_sku'],
    ['Product', 'Recommended products, best first'],
  ],
}

const aRow = fc.record({
  beside: fc.oneof({ weight: 6, arbitrary: pick(...HELD) }, { weight: 1, arbitrary: pick(...GONE) }),
  offered: fc.array(fc.oneof({ weight: 5, arbitrary: pick(...HELD) }, { weight: 1, arbitrary: pick(...GONE) }), { maxLength: 4 }),
  note: pick('', 'x', 'a, b', 'Pan', 'one;Leash', 'l\uFFFDst', 'two\nlines', 'say "hi"'),
  /** What a spreadsheet does to it. */
  spoilt: fc.oneof(
    { weight: 8, arbitrary: pick('not' as const) },
    { weight: 1, arbitrary: pick('lost' as const, 'cut' as const, 'unquoted' as const) },
  ),
  writing: pick(...Object.keys(WRITINGS)),
  blankBefore: fc.boolean(),
})

const aFile = fc.record({
  by: pick<By>('handle', 'title', 'sku'),
  header: fc.nat(1),
  columns: pick('one' as const, 'four' as const),
  list: pick(...Object.keys(LISTS)),
  noteAt: pick('none' as const, 'first' as const, 'middle' as const, 'last' as const),
  delimiter: pick(',', ';', '\t', '|'),
  isQuoted: fc.boolean(),
  isPadded: fc.boolean(),
  end: pick('\n', '\r\n', '\r'),
  above: pick('', '', 'A title, of 3 May; twice', 'hint', 'hint in quotes'),
  rows: fc.array(aRow, { minLength: 1, maxLength: 12 }),
  encoding: pick('utf-8' as const, 'marked' as const, 'utf-16le' as const, 'utf-16be' as const, 'windows' as const),
})

export interface AnyCsvFile {
  readonly text: string
  readonly bytes: Uint8Array
  /** Rows below the header, and titles above it. */
  readonly rows: number
  /** Of those, the ones that offer nothing; undefined where quotes are missing, and a row has other cells than were written. */
  readonly bare: number | undefined
  /** Whether every name stands in it whole and is the shop's. */
  readonly isClean: boolean
  /** Pairs of names that stand in it whole. */
  readonly pairs: ReadonlySet<string>
}

/** Files as people and programs write them, with what they say. */
export const anyCsvFile = aFile.map((file): AnyCsvFile => {
  const text = textOf(file)
  const pairs = file.rows.flatMap((row) => pairsIn(row, file))
  const isClean = file.rows.every(
    ({ beside, offered, spoilt }) => spoilt === 'not' && [beside, ...offered].every((one) => HELD.includes(one)),
  )
  const title = file.above.startsWith('A title') ? 1 : 0
  const isQuoted = file.rows.every(({ spoilt }) => spoilt !== 'unquoted')
  const bare = isQuoted ? title + file.rows.filter(({ offered }) => offered.length === 0).length : undefined
  return { text, bytes: bytesOf(text, file.encoding), rows: file.rows.length + title, bare, isClean, pairs: new Set(pairs) }
})

type File = typeof aFile extends fc.Arbitrary<infer One> ? One : never
type Row = File['rows'][number]

/** Neighbours in a list stand there as one name, too, where a product is called like both. */
function pairsIn({ beside, offered }: Row, { by, list }: File): string[] {
  const joined = offered.flatMap((_, at) =>
    HELD.filter((one) => one[by] === LISTS[list]!(offered.slice(at, at + 2).map((names) => names[by]))),
  )
  return HELD.includes(beside)
    ? [...offered, ...joined].filter((one) => HELD.includes(one)).map((one) => `${idOf(beside)}>${idOf(one)}`)
    : []
}

function textOf(file: File): string {
  const [beside, offered] = HEADERS[file.by][file.header]!
  const many = file.columns === 'four' ? [1, 2, 3, 4].map((nth) => `${offered.replace(/[,;].*/, '')} ${nth}`) : [offered]
  const lines = [[beside, ...many], ...file.rows.map((row) => cellsOf(row, file))]
  const rows = lines.map((cells, at) => {
    const row = file.rows[at - 1]
    const noted = withNote(cells, row ? row.note : 'About it', file.noteAt)
    const whole = file.isPadded ? noted : noted.slice(0, 1 + noted.findLastIndex((cell) => cell !== ''))
    const isSloppy = (cell: string) => row?.spoilt === 'unquoted' && file.columns === 'one' && cell !== row.note
    return `${row?.blankBefore ? file.end : ''}${whole.map((cell) => written(cell, file, isSloppy(cell))).join(file.delimiter)}${file.end}`
  })
  const above = { hint: `sep=${file.delimiter}`, 'hint in quotes': `"sep=${file.delimiter}"`, '': '' }[file.above] ?? `"${file.above}"`
  return (above && `${above}${file.end}`) + rows.join('')
}

function cellsOf({ beside, offered, spoilt, writing }: Row, { by, columns, list }: File): string[] {
  const write = (names: Names) => WRITINGS[writing]!(names[by], by)
  const names = offered.map(write)
  const cells = columns === 'four' ? [0, 1, 2, 3].map((at) => names[at] ?? '') : [names.length === 0 ? '' : LISTS[list]!(names)]
  const first = cells[0]!
  const spoil = {
    not: first,
    unquoted: first,
    lost: first && `${first.slice(0, 2)}\uFFFD${first.slice(3)}`,
    cut: list === 'json' && columns === 'one' ? first.slice(0, -3) : first,
  }
  return [write(beside), spoil[spoilt], ...cells.slice(1)]
}

function withNote([beside = '', ...offered]: readonly string[], note: string, at: File['noteAt']): string[] {
  if (at === 'none') return [beside, ...offered]
  if (at === 'first') return [note, beside, ...offered]
  return at === 'middle' ? [beside, note, ...offered] : [beside, ...offered, note]
}

function written(cell: string, { delimiter, isQuoted }: File, isSloppy: boolean): string {
  const mustBe = /["\r\n]/.test(cell) || (!isSloppy && cell.includes(delimiter))
  return mustBe || (isQuoted && !isSloppy) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function bytesOf(text: string, encoding: File['encoding']): Uint8Array {
  const isOfWindows = /^[\t\n\r -~\u00A0-\u00FF]*$/.test(text)
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'marked':
      return Buffer.from(`\uFEFF${text}`)
    case 'windows':
      return Buffer.from(text, isOfWindows ? 'latin1' : 'utf8')
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  }
}
