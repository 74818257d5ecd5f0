import { setTimeout as wait } from 'node:timers/promises'
import type { Simulator } from '../../simulator/simulator.ts'
import { askApp } from '../../running/merchant.ts'

/** What a merchant looks at in the morning: home, the boards, the rules. */
const PAGES = ['/app.data', '/app/results.data', '/app/rules.data']
const PAUSE = 500

export interface OpenedPages {
  /** Ends it; resolves to how long each page took, in milliseconds, in ascending order. Throws where one was not answered. */
  readonly stop: () => Promise<Float64Array>
}

/** Has a merchant open one page after the other, twice a second, until it is stopped. */
export function openPages(simulator: Simulator, appUrl: string, shop: string): OpenedPages {
  const took: number[] = []
  let isOver = false
  const opening = (async () => {
    for (let at = 0; !isOver; at += 1) {
      const began = performance.now()
      const { status, text } = await askApp(simulator, appUrl, shop, PAGES[at % PAGES.length]!)
      if (status !== 200) throw new Error(`${PAGES[at % PAGES.length]} was answered with ${status}: ${text.slice(0, 300)}`)
      took.push(performance.now() - began)
      await wait(PAUSE)
    }
  })()
  // It is told once somebody asks, also where it has failed before.
  opening.catch(() => {})
  return {
    async stop() {
      isOver = true
      await opening
      return Float64Array.from(took).sort()
    },
  }
}
