import { expect, it } from 'vitest'
import { orderIn } from './order-in.ts'

it.each(['5501234', ' 5501234 ', 'https://admin.shopify.com/store/nimbus-toys/orders/5501234', '/orders/5501234?tab=timeline#top'])(
  'finds the order in %s',
  (text) => expect(orderIn(text)).toBe(5501234),
)

it.each(['', 'order', '0', '-5', '1.5', '5501234x', 'https://admin.shopify.com/store/nimbus-toys/products/5501234', '99999999999999999'])(
  'finds none in “%s”',
  (text) => expect(orderIn(text)).toBeUndefined(),
)
