export interface Subscription {
  readonly id: number
  /** As the API names it: `ORDERS_CREATE`. */
  readonly topic: string
  /** Absolute, or relative to where the app runs. */
  readonly uri: string
  /** Empty: all fields of the body. */
  readonly includeFields: readonly string[]
  /** Subscriptions of the app's configuration file are not shown to the API, nor can it change them. */
  readonly fromConfiguration: boolean
  readonly createdAt: string
  readonly updatedAt: string
}

export interface NewSubscription extends Pick<Subscription, 'topic' | 'uri' | 'includeFields' | 'fromConfiguration'> {
  readonly at: Date
}

/** The app's webhook subscriptions in one shop. */
export interface Subscriptions {
  readonly all: () => readonly Subscription[]
  /** Those to a topic as deliveries name it, `orders/create`. */
  readonly to: (topic: string) => readonly Subscription[]
  readonly add: (subscription: NewSubscription) => Subscription
  readonly change: (id: number, change: Partial<Pick<Subscription, 'uri' | 'includeFields'>>, at: Date) => Subscription | undefined
  readonly remove: (id: number) => boolean
  readonly clear: () => void
}

export function openSubscriptions(): Subscriptions {
  const byId = new Map<number, Subscription>()
  let lastId = 1200
  return {
    all: () => [...byId.values()],
    to: (topic) => [...byId.values()].filter((subscription) => subscription.topic === topicName(topic)),
    add({ at, ...subscription }) {
      const added = { ...subscription, id: ++lastId, createdAt: at.toISOString(), updatedAt: at.toISOString() }
      byId.set(added.id, added)
      return added
    },
    change(id, change, at) {
      const before = byId.get(id)
      if (!before) return undefined
      const changed = { ...before, ...change, updatedAt: at.toISOString() }
      byId.set(id, changed)
      return changed
    },
    remove: (id) => byId.delete(id),
    clear: () => byId.clear(),
  }
}

/** `orders/create` as the API names it. */
export function topicName(topic: string): string {
  return topic.replace('/', '_').toUpperCase()
}
