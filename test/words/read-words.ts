import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Said } from './breaches.ts'

/** Every string of the admin's and of the extensions' locale files. */
export function readWords(): Said[] {
  return globSync(['app/wording/locales/*.json', 'extensions/*/locales/*.json']).flatMap((file) =>
    stringsIn(JSON.parse(readFileSync(file, 'utf8')), '').map(([key, text]) => ({
      file,
      key,
      text,
      isEnglish: basename(file).startsWith('en'),
    })),
  )
}

function stringsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, part]) => stringsIn(part, path === '' ? key : `${path}.${key}`))
}
