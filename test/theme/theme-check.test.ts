import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { themeCheckRun } from '@shopify/theme-check-node'
import { expect, onTestFinished, test } from 'vitest'
import { extensionFolder } from '../simulator/storefront/sample-door.ts'

async function offencesIn(folder: string): Promise<readonly string[]> {
  const { theme, offenses } = await themeCheckRun(folder)
  expect(theme.length).toBeGreaterThan(3)
  return offenses.map(({ check, message }) => `${check}: ${message}`)
}

test('theme-check has nothing to say about our extension', async () => {
  expect(await offencesIn(extensionFolder)).toEqual([])
})

test('theme-check sees a planted offence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-theme-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(extensionFolder, folder, { recursive: true })
  writeFileSync(join(folder, 'snippets/planted.liquid'), "{{ 'no.such.words' | t }}")
  expect((await offencesIn(folder)).join()).toContain('no.such.words')
})
