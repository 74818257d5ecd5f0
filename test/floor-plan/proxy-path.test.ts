import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Merchants move an app's proxy to another path of their shop: only what Shopify signs says which it is. */
it('no file of the app or its blocks writes down the path of the app proxy', () => {
  const files = execFileSync('git', ['ls-files', 'app', 'extensions', 'server.ts', 'worker.ts', 'admin.ts'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => /(?<!store\/\w+)(?<!shopify:\/)\/apps\/tandem\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})
