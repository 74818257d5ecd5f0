import { closeSync, createReadStream, existsSync, openSync, statSync, writeSync } from 'node:fs'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { addDrafts } from '#app/rules/import/add-drafts.server.ts'
import { MOST_BYTES } from '#app/rules/import/bounds.ts'
import { letterOf } from '#app/rules/import/chosen-columns.ts'
import type { RowFate } from '#app/rules/import/collect-pairings.ts'
import { decodeText } from '#app/rules/import/decode-text.server.ts'
import { draftsOf } from '#app/rules/import/draft-pairing.ts'
import { readPairings, type PairingsRead } from '#app/rules/import/read-pairings.ts'
import { merchantWords } from '#app/wording/merchant-words.ts'
import { csvRow } from '#app/wording/write-csv.ts'
import { columnsSaid, delimiterSaid, type ColumnsWish } from './columns-said.ts'
import { tooMuchLine } from './too-much-line.ts'

interface Wish extends ColumnsWish {
  /** Tells what would be made, and makes nothing. */
  readonly preview: boolean
  /** Where to write what became of each row, as CSV; nowhere where it is empty. */
  readonly report: string
  /** What parts the columns; the file tells where it is empty. */
  readonly delimiter: string
}

const { say } = merchantWords()

/** Makes drafts of what another app's CSV file says goes with what. */
export async function importFile(shop: ShopId, file: string, { preview, report, delimiter, ...columns }: Wish): Promise<number> {
  if (!existsSync(file)) return refuse(`There is no file ${file}.`)
  if (statSync(file).size > MOST_BYTES) return refuse(`${file}: ${say('import.csv.too-large')}`)
  const chosen = columnsSaid(columns)
  if (chosen === 'unclear')
    return refuse('Columns are named by letters, one for the product and one or more for what goes with it: --product B --offered A,C.')
  const parting = delimiterSaid(delimiter)
  if (parting === 'unclear') return refuse('Columns are parted by comma, semicolon, tab or bar: --delimiter semicolon.')
  const now = new Date()
  const catalog = await loadCatalog(shop, now.getTime())
  const reporting = report === '' ? undefined : openReport(report)
  const tell = (fate: RowFate) => reporting?.write(fate)
  const read = await readPairings(decodeText(createReadStream(file)), catalog, tell, chosen, parting).finally(() => reporting?.end())
  if (read.kind === 'broken') return refuse(`${file}: ${say(`import.broken.${read.why}`, { line: read.line })}`)
  if (read.kind === 'not-understood')
    return refuse(
      `${file}: ${say('import.not-understood.help', { headers: columnsIn(read.first[0] ?? []) })}. Say which is which: --product B --offered A,C.`,
    )
  for (const line of understoodLines(read)) console.log(onOneLine(line))
  const drafts = draftsOf(read.pairings, 'csv', catalog, say)
  if (preview) {
    console.log(`${counted(drafts.length)} would be made. Nothing was written.`)
    return 0
  }
  const made = await addDrafts(shop, 'csv', drafts, now)
  if (made.kind === 'too-much') return refuse(`Nothing was made. ${tooMuchLine(made)}`)
  const { length } = made.ids
  if (length > 0) await enqueue('lint', shop)
  console.log(`Made ${counted(length)}. Among your rules already, and left as they are: ${drafts.length - length}.`)
  return 0
}

/** A file's own words do nothing to a terminal. */
const onOneLine = (words: string) => words.replace(/\p{Cc}+/gu, ' ')

const columnsIn = (cells: readonly string[]) => onOneLine(cells.map((cell, at) => `${letterOf(at)}: ${cell}`).join(', '))

const counted = (drafts: number) => `${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`

function understoodLines({ understood: { beside, offered, ignored }, rows, bare, left }: PairingsRead): string[] {
  const unread = ignored.filter((header) => header !== '')
  return [
    `Beside the product in “${beside.header}” (${say(`import.by.${beside.by}`)}) is offered what stands in:`,
    ...offered.map(({ header, by }) => `  “${header}” (${say(`import.by.${by}`)})`),
    ...(unread.length > 0 ? [`Not read: ${unread.join(', ')}.`] : []),
    `${rows} ${rows === 1 ? 'row' : 'rows'}.`,
    ...(bare > 0 ? [`  ${say(bare === 1 ? 'import.bare-one' : 'import.bare', { rows: bare })}.`] : []),
    ...Object.entries(left).map(([why, count]) => `  ${count} of them: ${say(`import.why.${why}`)}`),
  ]
}

function refuse(why: string): number {
  console.error(why)
  return 1
}

function openReport(file: string) {
  const open = openSync(file, 'w')
  writeSync(open, csvRow(['line', 'pairs', 'left out']))
  return {
    write: ({ line, pairs, left }: RowFate) =>
      void writeSync(open, csvRow([line, pairs, left.map(({ cell, why }) => `${cell}: ${say(`import.why.${why}`)}`).join('; ')])),
    end: () => closeSync(open),
  }
}
