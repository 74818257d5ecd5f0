import type { Page } from 'playwright-core'

/** A timer that a script set, with the addresses that were at work then. `every`: it goes on by itself. */
export interface SetTimer {
  readonly milliseconds: number
  readonly every: boolean
  readonly by: string
}

/** Has the page remember each timer that is set in it or in a worker of it, from its first script on; its clock is the test's. */
export async function watchTimers(page: Page): Promise<void> {
  await page.clock.install()
  await page.addInitScript(remember)
}

/** Those of our scripts: of the theme's extension in the page, and all of a block's worker. */
export async function timersOfOurs(page: Page): Promise<SetTimer[]> {
  const read = () => (globalThis as unknown as { timers: SetTimer[] }).timers
  const inPage = (await page.evaluate(read)).filter(({ by }) => by.includes('/cdn/extensions/'))
  const inWorkers = await Promise.all(page.workers().map((worker) => worker.evaluate(read)))
  return [...inPage, ...inWorkers.flat()]
}

/** Runs in the browser; a worker gets the same ahead of its own script. */
function remember(): void {
  const watch = (place: typeof globalThis): void => {
    const timers: object[] = []
    Object.assign(place, { timers })
    for (const name of ['setTimeout', 'setInterval'] as const) {
      const set = place[name] as (...given: unknown[]) => unknown
      const watched = (then: unknown, milliseconds = 0, ...more: unknown[]) => {
        timers.push({ milliseconds, every: name === 'setInterval', by: new Error().stack ?? '' })
        return set.call(place, then, milliseconds, ...more)
      }
      Object.assign(place, { [name]: watched })
    }
  }
  watch(globalThis)
  const Real = Worker
  const { origin } = location
  globalThis.Worker = class extends Real {
    constructor(address: string | URL) {
      // A worker made of a text has no address of its own from which others could be told.
      const code = `(${watch.toString()})(self)
        const load = importScripts
        self.importScripts = (...files) => load(...files.map((file) => new URL(file, ${JSON.stringify(origin)}).href))
        importScripts(${JSON.stringify(new URL(address, origin).href)})`
      super(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
    }
  }
}
