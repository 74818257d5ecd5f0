import { expect, it } from 'vitest'
import { orderLines } from './export-lines.ts'
import { purchases, rowsOf, take } from './take-exports.ts'

/** Orders 1 to 40 of two lines, products 7 and 9, that are parts of one bundle. */
const lines = (productId: string | null) =>
  orderLines(40).flatMap((line): Record<string, unknown>[] => {
    if (!('__parentId' in line)) return [{ ...line, subtotalLineItemsQuantity: 2 }]
    const part = (nth: number) => ({
      ...line,
      id: `gid://shopify/LineItem/${/\d+$/.exec(String(line['id']))![0]}${nth}`,
      product: { id: `gid://shopify/Product/${nth}` },
      lineItemGroup: { id: `gid://shopify/LineItemGroup/${/\d+$/.exec(String(line['__parentId']))![0]}`, productId },
    })
    return [part(7), part(9)]
  })

it('the parts of a bundle are one purchase of it, and no habit', async () => {
  expect(await take('orders', lines('gid://shopify/Product/70'))).toMatchObject({ broken: 0 })
  expect(await purchases()).toEqual(Array.from({ length: 40 }, () => [70]))
  expect(await rowsOf('SELECT DISTINCT product_id FROM order_line ORDER BY 1')).toEqual([{ product_id: 7 }, { product_id: 9 }])
})

it('so are those of one that is no product', async () => {
  await take('orders', lines(null))
  expect(await purchases()).toEqual(Array.from({ length: 40 }, () => [7]))
})
