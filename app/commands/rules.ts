import { parseArgs } from 'node:util'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { closeDatabase } from '#app/db.server.ts'
import { installationOf } from '#app/installation.server.ts'
import { closeQueue } from '#app/jobs/queue.server.ts'
import { applyFile } from './rules/apply-file.ts'
import { exportFile } from './rules/export-file.ts'
import { importFile } from './rules/import-file.ts'
import { lintFile } from './rules/lint-file.ts'
import { planFile } from './rules/plan-file.ts'
import { undoApply } from './rules/undo-apply.ts'

const USAGE = `npm run rules -- VERB FILE --shop DOMAIN
  export   writes what the shop's merchants work on: YAML, or JSON where FILE ends so
  plan     tells what applying the file would change, and changes nothing
  lint     tells what its rules would not do as they are meant, and why that matters
  apply    puts the file in the place of the working set: all of it, or nothing
             --publish          publishes it as the shop's next version, too
             --why NOTE         says why in its history
             --overwrite        also where that undoes what its author has not seen
  undo     puts back what the last file replaced; takes no FILE
  import   makes drafts of what another app's CSV file says goes with what
             --preview          only tells what would be made
             --report FILE.csv  writes what became of each row
             --product B        in which column the product stands, where the file does not say
             --offered A,C      in which what goes with it does
             --headless         the first row is no header
             --delimiter tab    what parts the columns: comma, semicolon, tab or bar`

interface Options {
  readonly publish: boolean
  readonly why: string
  readonly overwrite: boolean
  readonly preview: boolean
  readonly report: string
  readonly product: string
  readonly offered: string
  readonly headless: boolean
  readonly delimiter: string
}

/** What a verb does with a file in a shop. Resolves to an exit code: 0 where it did what was asked. */
type Verb = (shop: ShopId, file: string, options: Options) => Promise<number>

const VERBS: Readonly<Record<string, Verb>> = { export: exportFile, plan: planFile, lint: lintFile, apply: applyFile, import: importFile }

/** `npm run rules`: a shop's rules as a file. */
async function main(): Promise<number> {
  const { positionals, values } = readArguments() ?? { positionals: [], values: {} }
  const [verb, file, ...more] = positionals
  const isUndo = verb === 'undo' && file === undefined
  const run = verb !== undefined && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!(isUndo || (run && file)) || more.length > 0 || values.shop === undefined) return refuse(USAGE)
  const shop = readShopId(values.shop)
  if (!shop) return refuse(`A shop is named by its permanent domain, such as nimbus-toys.myshopify.com; ${values.shop} is none.`)
  if (!(await installationOf(shop))) return refuse(`The app is not installed in ${shop}.`)
  if (!run || !file) return undoApply(shop)
  const { publish = false, why = '', overwrite = false, preview = false, report = '' } = values
  const { product = '', offered = '', headless = false, delimiter = '' } = values
  return run(shop, file, { publish, why, overwrite, preview, report, product, offered, headless, delimiter })
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        publish: { type: 'boolean' },
        why: { type: 'string' },
        overwrite: { type: 'boolean' },
        preview: { type: 'boolean' },
        report: { type: 'string' },
        product: { type: 'string' },
        offered: { type: 'string' },
        headless: { type: 'boolean' },
        delimiter: { type: 'string' },
      },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n`)
    return undefined
  }
}

function refuse(why: string): number {
  console.error(why)
  return 2
}

try {
  process.exitCode = await main()
} catch (error) {
  // A file or a database that cannot be had is told in a line; what else goes wrong is our fault, and keeps its trace.
  if (!(error instanceof Error && 'syscall' in error)) throw error
  process.exitCode = refuse(error.message)
} finally {
  await closeQueue()
  await closeDatabase()
}
