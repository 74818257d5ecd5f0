import { parseArgs } from 'node:util'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'

export const USAGE = `npm run rules -- VERB FILE --shop DOMAIN
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

const VERBS = ['export', 'plan', 'lint', 'apply', 'import'] as const
export type Verb = (typeof VERBS)[number]

export interface Options {
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

/** What is wished, and of which shop; undefined where none is named. */
export type Wish = { readonly shop: ShopId | undefined } & (
  { readonly verb: Verb; readonly file: string; readonly options: Options } | { readonly verb: 'undo' }
)

/** What the command is asked to do; or what is wrong with how it is called, in words. */
export function readArguments(args: readonly string[]): Wish | { readonly refused: string } {
  const read = parse(args)
  if ('refused' in read) return read
  const { positionals, values } = read
  const [verb, file, ...more] = positionals
  const isUndo = verb === 'undo'
  const known = VERBS.find((one) => one === verb)
  if (verb === undefined) return { refused: USAGE }
  if (!isUndo && !known) return refused(`There is no “${verb}”.`)
  if (known && file === undefined) return refused(`Which file? ${known} takes one.`)
  if (more.length > 0 || (isUndo && file !== undefined)) return refused(`“${more[0] ?? file}” is one too many.`)
  const shop = readShopId(values.shop ?? '') ?? undefined
  if (!shop && values.shop !== undefined)
    return { refused: `A shop is named by its permanent domain, such as nimbus-toys.myshopify.com; ${values.shop} is none.` }
  if (!known || file === undefined) return { shop, verb: 'undo' }
  const { publish = false, why = '', overwrite = false, preview = false, report = '' } = values
  const { product = '', offered = '', headless = false, delimiter = '' } = values
  return { shop, verb: known, file, options: { publish, why, overwrite, preview, report, product, offered, headless, delimiter } }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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
    return refused((error as Error).message)
  }
}

const refused = (why: string) => ({ refused: `${why}\n\n${USAGE}` })
