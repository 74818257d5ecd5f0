import { luckOf } from '../world/random.ts'
import { openTroubles, type Troubles, type TroubleSource } from './troubles.ts'

export type WebhookTrouble =
  /** Never delivered, never tried again. */
  | { readonly kind: 'lost' }
  /** Delivered once more: the same webhook id, the same bytes. */
  | { readonly kind: 'duplicate' }
  /** Delivered once more as another webhook of the same event: another webhook id, the same event id. */
  | { readonly kind: 'twin' }
  /** The app's answer to the first attempt never arrives, so that another one follows. */
  | { readonly kind: 'unacknowledged' }
  /** Leaves that much later. */
  | { readonly kind: 'late'; readonly milliseconds: number }

/** Deliveries are called by their topic, `orders/create`. Several likely troubles may befall one. */
export interface WebhookWeather extends Troubles<WebhookTrouble> {
  /** Keeps every delivery (of that topic) back until `release`. Meanwhile `settled` does not wait for it. */
  hold(only?: string): void
  /** Lets what is held go, in its order or shuffled by the seed, and holds nothing any more. Returns how many went. */
  release(how?: 'in-order' | 'shuffled'): number
  /** How many are held. */
  readonly held: number
  /** From now on deliveries leave in random order out of a window of that many; 0 ends it. `settled` empties the window. */
  shuffle(window: number): void
}

export interface WebhookWeatherSource extends TroubleSource<WebhookTrouble>, WebhookWeather {
  /** Lets a delivery of the topic go: now, or when its turn comes. */
  pass(topic: string, go: () => void): void
  /** Empties the window of `shuffle`, in random order. */
  flush(): void
}

export function openWebhookWeather(seed: string): WebhookWeatherSource {
  const troubles = openTroubles<WebhookTrouble>(seed)
  const luck = luckOf(`${seed}/order`)
  let holds: (string | undefined)[] = []
  let held: (() => void)[] = []
  let window: (() => void)[] = []
  let size = 0
  const letGo = (from: (() => void)[]): void => from.splice(luck.below(from.length), 1)[0]!()

  const flush = (): void => {
    while (window.length > 0) letGo(window)
  }
  const release = (how: 'in-order' | 'shuffled' = 'in-order'): number => {
    const going = held
    const count = going.length
    held = []
    holds = []
    if (how === 'in-order') for (const go of going) go()
    else while (going.length > 0) letGo(going)
    return count
  }
  return {
    ...troubles,
    hold: (only) => void holds.push(only),
    release,
    get held() {
      return held.length
    },
    shuffle(wanted) {
      size = wanted
      if (size === 0) flush()
    },
    pass(topic, go) {
      if (holds.some((only) => only === undefined || only === topic)) return void held.push(go)
      if (size === 0) return go()
      window.push(go)
      if (window.length > size) letGo(window)
    },
    flush,
    clear() {
      troubles.clear()
      size = 0
      flush()
      release()
    },
  }
}
