import { useSyncExternalStore } from 'react'
import type { Refused } from '#app/kit/refused.ts'

/** What the admin's last requests came to: whether what the page shows could be read again, and whether what was sent last was answered. */
export interface Connection {
  /** Why the page could not be read again; what it showed before stays. */
  readonly unread: Refused | undefined
  /** Why what was sent last was not answered. */
  readonly unsent: Unsent | undefined
}

/** Each is another one, also where the reason is the same. */
export interface Unsent {
  readonly why: Refused
}

let connection: Connection = { unread: undefined, unsent: undefined }
const watchers = new Set<() => void>()

/** Kept beside the components: requests are made by the router, which outlives every page. Only the browser makes them. */
export function noteConnection(part: Partial<Connection>): void {
  const next = { ...connection, ...part }
  if (next.unread === connection.unread && next.unsent === connection.unsent) return
  connection = next
  for (const changed of watchers) changed()
}

export const useConnection = (): Connection => useSyncExternalStore(watch, current, current)

const current = () => connection
function watch(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}
