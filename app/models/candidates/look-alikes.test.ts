import { describe, expect, it } from 'vitest'
import { findLookAlikes } from './look-alikes.ts'

describe('findLookAlikes', () => {
  const texts = ['Pink regency teacup', 'Green regency teacup', 'Saw blade', 'Saw blades, long', '']

  it('finds texts with the same words, and nearly the same words', () => {
    const { width, degree, neighbours, likeness } = findLookAlikes(texts, 3)
    expect([0, 1, 2, 3].map((text) => neighbours[text * width])).toEqual([1, 0, 3, 2])
    expect(degree[4]).toBe(0)
    for (let at = 0; at < width * 4; at++) expect(likeness[at]).toBeLessThanOrEqual(1 + 1e-6)
  })

  it('looks only among the first so many', () => {
    const { width, degree, neighbours } = findLookAlikes(texts, 3, 2)
    expect(degree[2]).toBe(0)
    expect([...neighbours.subarray(0, width)].slice(0, degree[0]!)).toEqual([1])
    expect(findLookAlikes([...texts, 'blue regency teacup'], 3, 2).degree[5]).toBe(2)
  })
})
