/** A kind of cross-selling that many shops do, told by how shops name their goods. */
export interface Template {
  /** Its words are `templates.KEY` of the locale file. */
  readonly key: string
  /** What the offered goods are called, in the languages of many shops. */
  readonly offered: readonly string[]
  /** What makes them something else: a battery charger is no battery. */
  readonly unlike: readonly string[]
  /**
   * What they go beside is called where no metafield tells which fits which; empty where what does not fit is of no use, so
   * that nothing is offered without such a metafield.
   */
  readonly beside: readonly string[]
}
