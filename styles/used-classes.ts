import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const POLARIS = 'node_modules/@shopify/polaris/build/esm'
/** Imported by Shopify's library, which wraps it, and not by a file of ours. */
const ALWAYS = ['AppProvider']

/** The classes of Polaris that the components which `files` import may write, and those that these are made of. */
export function usedClasses(files: string): ReadonlySet<string> {
  const index = readFileSync(join(POLARIS, 'index.js'), 'utf8')
  const wanted = new Set([...ALWAYS, ...globSync(files).flatMap((file) => importedFrom(readFileSync(file, 'utf8')))])
  const modules = new Set<string>()
  for (const [, names, path] of index.matchAll(/export \{([^}]*)\} from '(\.[^']+)'/g))
    if (named(names!).some((name) => wanted.has(name))) follow(join(POLARIS, path!), modules)
  return new Set([...modules].flatMap((module) => readFileSync(module, 'utf8').match(/Polaris-[\w-]+/g) ?? []))
}

const importedFrom = (text: string) =>
  [...text.matchAll(/import \{([^}]*)\} from '@shopify\/polaris'/g)].flatMap(([, names]) => named(names!))
/** Under the names by which a module gives them. */
const named = (list: string) => list.split(',').map((one) => one.trim().split(' as ').at(-1)!.trim())

function follow(module: string, seen: Set<string>): void {
  if (seen.has(module)) return
  seen.add(module)
  for (const [, path] of readFileSync(module, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)) follow(join(dirname(module), path!), seen)
}
