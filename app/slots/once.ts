/** Values in the order in which they first came, each once. */
export class Once {
  readonly #places = new Map<string, number>()
  #room: number

  /** `room`: of letters that all of them take, as JSON. */
  constructor(room = Infinity) {
    this.#room = room
  }

  /** Undefined where there is no room for another. */
  placeWithRoom(value: object): number | undefined {
    const written = JSON.stringify(value)
    if (this.#places.has(written)) return this.#places.get(written)
    if (written.length > this.#room) return undefined
    this.#room -= written.length
    return this.placeOf(value)
  }

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
