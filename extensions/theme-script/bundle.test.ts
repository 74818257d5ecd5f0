import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asset, bundle } from './bundle.ts'

test('the extension has the script of these sources: else run extensions/theme-script/renew.ts', async () => {
  expect(readFileSync(asset, 'utf8')).toBe(await bundle())
})
