import { named } from './named.ts'

export const hasType = named('type', 'types', (product) => [product.type])
