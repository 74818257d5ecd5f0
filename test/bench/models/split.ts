import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Part = 'train' | 'valid' | 'test'

/** How a folder's `split.json` says that its orders are split. */
export type Split =
  | { readonly kind: 'time'; readonly valid: string; readonly test: string }
  | {
      readonly kind: 'hash'
      readonly prefix: string
      readonly mod: number
      readonly valid: number
      readonly test: number
      readonly minCount?: number
    }
  | { readonly kind: 'last-baskets' }
  | { readonly kind: 'column' }

export function readSplit(folder: string): Split {
  return JSON.parse(readFileSync(join(folder, 'split.json'), 'utf8')) as Split
}

/** The part of an order; `fromLast` tells how many orders its customer placed after it. */
export function partOf(split: Split, order: { readonly id: string; readonly timestamp: string; readonly fromLast: number }): Part {
  switch (split.kind) {
    case 'time':
      return order.timestamp < split.valid ? 'train' : order.timestamp < split.test ? 'valid' : 'test'
    case 'hash': {
      const digits = createHash('md5')
        .update(split.prefix + order.id)
        .digest('hex')
        .slice(0, 8)
      const at = Number.parseInt(digits, 16) % split.mod
      return at === split.valid ? 'valid' : at === split.test ? 'test' : 'train'
    }
    case 'last-baskets':
      return order.fromLast === 0 ? 'test' : order.fromLast === 1 ? 'valid' : 'train'
    case 'column':
      throw new Error('Sessions are split by their own column')
  }
}
