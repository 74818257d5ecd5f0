import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DrawnPage } from './browser/page-message.ts'
import { bundleExtension, bundleScript } from './bundle.ts'
import type { UiExtension } from './read-extensions.ts'

const SCRIPT = { headers: { 'content-type': 'text/javascript; charset=utf-8' } }
const PARTS = ['page', 'worker'] as const
/** What takes a while to make and is the same for every shop of a process. */
const made = new Map<string, Promise<unknown>>()

export function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const known = made.get(name) ?? make()
  made.set(name, known)
  return known as Promise<Made>
}

/** `/cdn/ui/page.js`, `worker.js`, and the script of each block by its handle; undefined at any other address. */
export async function answerScript(extensions: readonly UiExtension[], path: string): Promise<Response | undefined> {
  const [, name] = /^\/cdn\/ui\/([\w-]+)\.js$/.exec(path) ?? []
  const part = PARTS.find((one) => one === name)
  const extension = extensions.find(({ handle }) => handle === name)
  if (part) return new Response(await once(part, () => bundleScript(join(import.meta.dirname, 'browser', `${part}.ts`))), SCRIPT)
  return extension && new Response(await once(extension.module, () => bundleExtension(extension)), SCRIPT)
}

/** What a page with room for blocks ends with. */
export function drawnBy(page: DrawnPage): string {
  const json = JSON.stringify(page).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="ui-page">${json}</script><script src="/cdn/ui/page.js" defer></script>`
}

/** The words of a language, and those of the first one for what it lacks. */
export function wordsOf(folder: string, locale: string): Record<string, unknown> {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'locales', `${name}.json`), 'utf8')) as Record<string, unknown>
  return { ...read('en.default'), ...(locale !== 'en' && read(locale)) }
}
