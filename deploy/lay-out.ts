import { cpSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `node deploy/lay-out.ts FOLDER` lays there what the built app needs to run and to migrate. What serves to build it, to try it or to
 * read it stays behind.
 */
const RUNS = [
  ...['server.ts', 'worker.ts', 'admin.ts', 'package.json', 'shopify.app.toml', 'LICENSE', 'app', 'build', 'prisma', 'node_modules'],
  ...['deploy/run.ts', 'deploy/is-healthy.ts', 'extensions/theme-blocks/snippets', 'extensions/theme-blocks/locales'],
]

/** Of our own files: Node runs no JSX, which stands in `build` already, and of what was generated the database client alone. */
const OURS_BEHIND = /\.tsx$|\.test\.ts$|^app\/generated\/[^/]+\.|^prisma\/schema\.prisma$/
/** Of packages: what only people, editors and debuggers read, and the engines of Prisma for other databases. A licence stays. */
const THEIRS_BEHIND = /\.(map|md|d\.[cm]?ts)$|@prisma\/client\/runtime\/(?!client\.m?js|query_compiler_bg\.postgresql\.)/
/** What pages are drawn with stands in `build` already. */
const BUNDLED = /^node_modules\/(@shopify\/polaris|@shopify\/polaris-icons|recharts)\//
const LICENCE = /licen[cs]e|notice|copying/i

function stays(path: string): boolean {
  if (!path.startsWith('node_modules/')) return !OURS_BEHIND.test(path)
  return !(THEIRS_BEHIND.test(path) || BUNDLED.test(path)) || LICENCE.test(path)
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('node deploy/lay-out.ts FOLDER')
for (const name of RUNS) cpSync(name, join(folder, name), { recursive: true, filter: stays })
