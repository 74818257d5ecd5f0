import type { StaffId } from '#app/commerce/ids.ts'
import type { Maker } from '#app/rules/versions/maker.ts'
import type { VersionNote } from '#app/rules/versions/versions.server.ts'

/** A version as a page of the admin shows it; who made it is told as seen by the reader, and no number of anybody leaves the server. */
export interface ListedVersion extends Omit<VersionNote, 'by' | 'at'> {
  readonly by: 'you' | 'staff' | 'command' | 'upgrade' | 'safeguard'
  /** ISO 8601. */
  readonly at: string
  /** What the shop shows now. */
  readonly live: boolean
}

export function listedVersion({ by, at, ...note }: VersionNote, reader: StaffId, newest: number): ListedVersion {
  return { ...note, by: whoFor(by, reader), at: at.toISOString(), live: note.number === newest }
}

function whoFor(by: Maker, reader: StaffId): ListedVersion['by'] {
  if (by.kind !== 'staff') return by.kind
  return by.id === reader ? 'you' : 'staff'
}
