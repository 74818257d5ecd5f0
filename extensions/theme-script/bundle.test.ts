import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assetOf, bundle, SCRIPTS } from './bundle.ts'

test.each(SCRIPTS)('the extension has the script of these sources: else run extensions/theme-script/renew.ts ($asset)', async (script) => {
  expect(readFileSync(assetOf(script), 'utf8')).toBe(await bundle(script))
})
