import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ends, missing, type Plant } from './plants.ts'

const tools = new Set(['vitest'])
const isFile = (to: string) => /\.(ts|json)/.test(to)

/** Lays out a tree of files that hold nothing but one import each, with packages as empty as they. */
export function plant(tree: string, imports: readonly Omit<Plant, 'rule'>[]): void {
  const packages = new Set(imports.map(({ to }) => to).filter((to) => !isFile(to) && !to.startsWith('node:')))
  const versions = (names: ReadonlySet<string>) => Object.fromEntries([...names].map((name) => [name, '1.0.0']))
  write(
    tree,
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: versions(packages.difference(tools)),
      devDependencies: versions(packages.intersection(tools)),
    }),
  )
  write(
    tree,
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', allowImportingTsExtensions: true } }),
  )
  for (const name of packages) {
    write(tree, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(tree, `node_modules/${name}/index.js`, 'export const it = 1\n')
  }
  const files = new Map<string, string>()
  for (const { from, to } of imports) {
    files.set(from, importOf(from, to))
    if (isFile(to) && !missing.has(to) && !files.has(to)) files.set(to, 'export const it = 1\n')
  }
  for (const [from, to] of Object.entries(ends)) files.set(from, importOf(from, to))
  for (const [path, text] of files) write(tree, path, text)
}

function importOf(from: string, to: string): string {
  const path = relative(dirname(from), to)
  const specifier = !isFile(to) ? to : path.startsWith('.') ? path : `./${path}`
  return `import * as it from '${specifier}'\nexport default it\n`
}

function write(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}
