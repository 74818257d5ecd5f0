/**
 * A set of products of one catalogue, by their index in it: one bit a product, 32 a word. Sets of different catalogues
 * must not meet.
 */
export class ProductSet {
  readonly #words: Uint32Array
  readonly size: number

  /** `size` is the number of products in the catalogue; the set starts empty. */
  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.size = size
    this.#words = words
  }

  static of(size: number, indexes: ArrayLike<number>): ProductSet {
    const set = new ProductSet(size)
    set.addAll(indexes)
    return set
  }

  add(index: number): void {
    this.#words[index >>> 5]! |= 1 << (index & 31)
  }

  put(index: number, isIn: boolean): void {
    if (isIn) this.add(index)
    else this.#words[index >>> 5]! &= ~(1 << (index & 31))
  }

  addAll(indexes: ArrayLike<number>): void {
    const words = this.#words
    for (let at = 0; at < indexes.length; at += 1) words[indexes[at]! >>> 5]! |= 1 << (indexes[at]! & 31)
  }

  /** This set and more. */
  with(indexes: ArrayLike<number>): ProductSet {
    const set = new ProductSet(this.size, this.#words.slice())
    set.addAll(indexes)
    return set
  }

  /** The bits of the 32 products among which an index is; the lowest stands for the first of them. */
  bitsAround(index: number): number {
    return this.#words[index >>> 5]!
  }

  has(index: number): boolean {
    return (this.#words[index >>> 5]! & (1 << (index & 31))) !== 0
  }

  and(other: ProductSet): ProductSet {
    const words = this.#words.slice()
    for (let at = 0; at < words.length; at += 1) words[at]! &= other.#words[at]!
    return new ProductSet(this.size, words)
  }

  or(other: ProductSet): ProductSet {
    const words = this.#words.slice()
    for (let at = 0; at < words.length; at += 1) words[at]! |= other.#words[at]!
    return new ProductSet(this.size, words)
  }

  without(other: ProductSet): ProductSet {
    const words = this.#words.slice()
    for (let at = 0; at < words.length; at += 1) words[at]! &= ~other.#words[at]!
    return new ProductSet(this.size, words)
  }

  /** Every product of the catalogue that is not in this set. */
  complement(): ProductSet {
    const words = this.#words.slice()
    for (let at = 0; at < words.length; at += 1) words[at] = ~words[at]!
    // No bit stands for a product beyond the last one.
    if (this.size & 31) words[words.length - 1]! &= (1 << (this.size & 31)) - 1
    return new ProductSet(this.size, words)
  }

  count(): number {
    let total = 0
    for (const word of this.#words) total += bitsIn(word)
    return total
  }

  /** The indexes in the set, ascending. Sooner done than one by one. */
  indexes(): Uint32Array {
    const found = new Uint32Array(this.count())
    let size = 0
    const words = this.#words
    for (let at = 0; at < words.length; at += 1)
      for (let rest = words[at]!; rest !== 0; rest &= rest - 1) found[size++] = (at << 5) + 31 - Math.clz32(rest & -rest)
    return found
  }

  /** The same one by one. */
  *[Symbol.iterator](): Generator<number> {
    const words = this.#words
    for (let at = 0; at < words.length; at += 1)
      for (let rest = words[at]!; rest !== 0; rest &= rest - 1) yield (at << 5) + 31 - Math.clz32(rest & -rest)
  }
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
