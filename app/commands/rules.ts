import { parseArgs } from 'node:util'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { closeDatabase } from '#app/db.server.ts'
import { installationOf } from '#app/installation.server.ts'
import { closeQueue } from '#app/jobs/queue.server.ts'
import { applyFile } from './rules/apply-file.ts'
import { exportFile } from './rules/export-file.ts'
import { planFile } from './rules/plan-file.ts'

const USAGE = `npm run rules -- export FILE --shop DOMAIN    writes what the shop's merchants work on: YAML, or JSON where FILE ends so
npm run rules -- plan FILE --shop DOMAIN      tells what applying the file would change, and changes nothing
npm run rules -- apply FILE --shop DOMAIN     puts the file in the place of the working set: all of it, or nothing
                    --publish [--why NOTE]    and publishes it as the shop's next version`

/** What a verb does with a file in a shop. Resolves to an exit code: 0 where it did what was asked. */
type Verb = (shop: ShopId, file: string, options: { readonly publish: boolean; readonly why: string }) => Promise<number>

const verbs: Readonly<Record<string, Verb>> = { export: exportFile, plan: planFile, apply: applyFile }

/** `npm run rules`: a shop's rules as a file. */
async function main(): Promise<number> {
  const { positionals, values } = readArguments() ?? { positionals: [], values: {} }
  const [verb, file, ...more] = positionals
  if (!verb || !Object.hasOwn(verbs, verb) || !file || more.length > 0 || values.shop === undefined) return refuse(USAGE)
  const shop = readShopId(values.shop)
  if (!shop) return refuse(`A shop is named by its permanent domain, such as nimbus-toys.myshopify.com; ${values.shop} is none.`)
  if (!(await installationOf(shop))) return refuse(`The app is not installed in ${shop}.`)
  return verbs[verb]!(shop, file, { publish: values.publish ?? false, why: values.why ?? '' })
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { shop: { type: 'string' }, publish: { type: 'boolean' }, why: { type: 'string' } },
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
} finally {
  await closeQueue()
  await closeDatabase()
}
