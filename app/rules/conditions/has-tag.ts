import { named } from './named.ts'

export const hasTag = named('tag', 'tags', (product) => product.tags)
