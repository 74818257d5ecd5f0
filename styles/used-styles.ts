import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { keepUsedRules } from './keep-used-rules.ts'
import { usedClasses } from './used-classes.ts'

const WHOLE = 'node_modules/@shopify/polaris/build/esm/styles.css'
const USED = resolve('app/generated/polaris.css')

/** Builds the app with as much of Polaris' stylesheet as its pages use: all of it would be the longest thing that a page waits for. */
export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    apply: 'build',
    config: () => {
      mkdirSync(dirname(USED), { recursive: true })
      writeFileSync(USED, keepUsedRules(readFileSync(WHOLE, 'utf8'), usedClasses('app/**/*.{ts,tsx}')))
      return { resolve: { alias: [{ find: /^@shopify\/polaris\/build\/esm\/styles\.css/, replacement: USED }] } }
    },
  }
}
