import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key of tokens that was made here first. A new one every time would lock out the shops that have installed the app. */
export function savedKey(folder: string): string {
  const place = join(folder, 'token-key')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(place)) writeFileSync(place, randomBytes(32).toString('base64'), { mode: 0o600 })
  return readFileSync(place, 'utf8')
}
