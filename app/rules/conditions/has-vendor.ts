import { named } from './named.ts'

export const hasVendor = named('vendor', 'vendors', (product) => [product.vendor])
