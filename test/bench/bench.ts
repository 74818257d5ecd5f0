import { CalledWrongly } from './measuring/arguments.ts'
import { whyNoBench } from './measuring/benches.ts'
import type { Bench } from './measuring/outcome.ts'

/**
 * `npm run bench -- NAME [arguments]`: NAME is a file beside this one. Ends with one line of JSON. A missed bound is told
 * and exits with 0; a wrong result exits with 1, a wrong call with 2.
 */
const [name, ...args] = process.argv.slice(2)
const why = whyNoBench(name)
if (why) {
  console.error(why)
  process.exit(2)
}
try {
  const { run } = (await import(`./${name}.ts`)) as { readonly run: Bench }
  const { figures, baseline, misses } = await run(args)
  for (const miss of misses) console.log(`missed: ${miss}`)
  console.log(JSON.stringify({ bench: name, figures, baseline, misses }))
  process.exit(0)
} catch (error) {
  const isMistake = error instanceof CalledWrongly || /^(ERR_PARSE_ARGS|ENOENT|EISDIR)/.test((error as { code?: string }).code ?? '')
  console.error(error instanceof Error ? (isMistake ? error.message : error.stack) : error)
  process.exit(isMistake ? 2 : 1)
}
