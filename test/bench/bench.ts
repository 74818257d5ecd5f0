import { readdirSync } from 'node:fs'
import type { Bench } from './measuring/outcome.ts'

/**
 * `npm run bench -- NAME [arguments]`: NAME is a file beside this one. Ends with one line of JSON. A missed bound is told
 * and exits with 0; a wrong result exits with 1.
 */
const [name = '', ...args] = process.argv.slice(2)
const known = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length))

if (!known.includes(name)) {
  console.error(`There is no bench “${name}”. There are: ${known.join(', ')}.`)
  process.exit(2)
}
try {
  const { run } = (await import(`./${name}.ts`)) as { readonly run: Bench }
  const { figures, baseline, misses } = await run(args)
  for (const miss of misses) console.log(`missed: ${miss}`)
  console.log(JSON.stringify({ bench: name, figures, baseline, misses }))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  process.exit(1)
}
