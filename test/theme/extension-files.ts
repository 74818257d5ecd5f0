import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extensionFolder } from '../simulator/storefront/sample-door.ts'
import type { ExtensionFiles } from './platform-limits.ts'

/** Our theme app extension as it lies on disk. */
export function extensionFiles(): ExtensionFiles {
  const files = readdirSync(extensionFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path.slice(extensionFolder.length + 1), readFileSync(path, 'utf8')]))
}
