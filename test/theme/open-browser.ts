import sparticuz from '@sparticuz/chromium'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { inTurn } from '../running/in-turn.ts'

/** However slow the machine is, less than a test may take: what is waited for in vain is named. */
const PATIENCE = 120_000

/** Chromium out of the package where it runs (Linux x64), elsewhere the installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  const isPackaged = process.platform === 'linux' && process.arch === 'x64'
  const where = isPackaged ? { executablePath: inTurn(await unpackedChromium(resolve('.data/chromium'))) } : { channel: 'chrome' }
  const browser = await chromium.launch({ ...where, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'], timeout: PATIENCE })
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE))
  return browser
}

/**
 * Unpacks the browser into a folder of this clone, once. The package itself unpacks into the machine's temporary folder,
 * where another user's copy may lie that this one may not run, or one that another test run is still writing.
 */
async function unpackedChromium(folder: string): Promise<string> {
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const unfinished = `${folder}-${process.pid}`
  await mkdir(unfinished, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = unfinished
  try {
    await sparticuz.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  // Of several that unpack at once the first is kept.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }))
  return program
}
