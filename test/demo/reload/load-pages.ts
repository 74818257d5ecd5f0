import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import type { listenForPages } from '#app/routes/listen-for-pages.server.ts'

export interface Pages {
  readonly build: ServerBuild
  readonly listenForPages: typeof listenForPages
}

/** Milliseconds in which Vite has noticed what was saved. */
const NOTICED_WITHIN = 200

/**
 * Gives the pages as their sources say; as they last could be drawn while those are broken, which `tell` hears once, as soon as they are
 * saved. They are loaded one time after the other: of two at once, one may see modules of the other that are not done yet.
 */
export function loadPages(vite: ViteDevServer, tell: (line: string) => void): () => Promise<Pages> {
  let last: Pages | undefined
  let told: string | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let looking: NodeJS.Timeout | undefined

  const load = async (): Promise<Pages> => {
    try {
      const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
      const door = (await vite.ssrLoadModule('app/routes/listen-for-pages.server.ts')) as Omit<Pages, 'build'>
      last = { build, listenForPages: door.listenForPages }
      told = undefined
    } catch (error) {
      const { message, frame, stack = message } = error as Error & { readonly frame?: string }
      const why = frame ? `${message}\n${frame}` : stack
      if (why !== told) tell(`The pages stay as they were. ${why}`)
      told = why
      if (!last) throw error
    }
    return last
  }
  const current = (): Promise<Pages> => {
    const loaded = turn.then(load)
    turn = loaded.catch(() => undefined)
    return loaded
  }
  vite.watcher.on('all', () => {
    clearTimeout(looking)
    looking = setTimeout(() => void current().catch(() => undefined), NOTICED_WITHIN)
  })
  return current
}
