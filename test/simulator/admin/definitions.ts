/** A metafield definition, its namespace as stored. */
export interface Definition {
  readonly id: number
  readonly ownerType: string
  readonly namespace: string
  readonly key: string
  readonly type: string
  readonly name: string
  readonly description: string | null
  /** `MERCHANT_READ`, `PUBLIC_READ_WRITE` … */
  readonly admin: string
  /** `NONE` or `PUBLIC_READ`. */
  readonly storefront: string
  /** Of the app's configuration file: the API can neither change nor delete it; it leaves with the app. */
  readonly fromConfiguration?: boolean
}

export interface Definitions {
  readonly all: () => readonly Definition[]
  readonly find: (ownerType: string, namespace: string, key: string) => Definition | undefined
  readonly add: (definition: Omit<Definition, 'id'>) => Definition
  readonly replace: (definition: Definition) => void
  readonly remove: (id: number) => void
  readonly clear: () => void
}

export function openDefinitions(): Definitions {
  const byId = new Map<number, Definition>()
  let lastId = 700
  return {
    all: () => [...byId.values()],
    find: (ownerType, namespace, key) =>
      [...byId.values()].find((one) => one.ownerType === ownerType && one.namespace === namespace && one.key === key),
    add(definition) {
      const added = { ...definition, id: ++lastId }
      byId.set(added.id, added)
      return added
    },
    replace: (definition) => void byId.set(definition.id, definition),
    remove: (id) => void byId.delete(id),
    clear: () => byId.clear(),
  }
}
