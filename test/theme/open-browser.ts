import sparticuz from '@sparticuz/chromium'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** Chromium out of the package where it runs (Linux x64), elsewhere the installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  const isPackaged = process.platform === 'linux' && process.arch === 'x64'
  const where = isPackaged ? { executablePath: await sparticuz.executablePath() } : { channel: 'chrome' }
  return chromium.launch({ ...where, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'] })
}
