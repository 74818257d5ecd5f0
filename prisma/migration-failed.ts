/** A migration cannot be applied, or was changed behind a database that has it; its words say which, and why. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
}
