/** Values in the order in which they first came, each once. */
export class Once {
  readonly #places = new Map<string, number>()

  placeOf(value: object): number {
    const written = JSON.stringify(value)
    const place = this.#places.get(written) ?? this.#places.size
    this.#places.set(written, place)
    return place
  }

  all(): unknown[] {
    return [...this.#places.keys()].map((written) => JSON.parse(written) as unknown)
  }
}
