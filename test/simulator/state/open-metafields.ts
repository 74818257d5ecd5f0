import type { AppMetafield, MetafieldStore } from './shop-state.ts'

/**
 * Metafields that apps wrote, by owner. `changed` is told the owner of every write that altered something; writing the
 * value that is already there is not a change. `initial` stood there before anybody listened.
 */
export function openMetafields(
  now: () => Date,
  changed: (ownerId: string) => void,
  initial: readonly Omit<AppMetafield, 'id' | 'updatedAt'>[],
): MetafieldStore {
  const owners = new Map<string, Map<string, AppMetafield>>()
  let lastId = 9_000_000
  const name = (namespace: string, key: string): string => `${namespace}.${key}`

  const put = (field: Omit<AppMetafield, 'id' | 'updatedAt'>): AppMetafield => {
    const fields = owners.get(field.ownerId) ?? new Map<string, AppMetafield>()
    owners.set(field.ownerId, fields)
    const id = fields.get(name(field.namespace, field.key))?.id ?? ++lastId
    const written = { ...field, id, updatedAt: now().toISOString() }
    fields.set(name(field.namespace, field.key), written)
    return written
  }
  for (const field of initial) put(field)

  return {
    get: (ownerId, namespace, key) => owners.get(ownerId)?.get(name(namespace, key)),
    of: (ownerId) => [...(owners.get(ownerId)?.values() ?? [])],
    set(field) {
      const before = owners.get(field.ownerId)?.get(name(field.namespace, field.key))
      if (before && before.value === field.value && before.type === field.type) return before
      const written = put(field)
      changed(field.ownerId)
      return written
    },
    delete(ownerId, namespace, key) {
      const gone = owners.get(ownerId)?.delete(name(namespace, key)) ?? false
      if (gone) changed(ownerId)
      return gone
    },
    forget: (ownerId) => void owners.delete(ownerId),
  }
}
