import { constants, setPriority } from 'node:os'
import { trainShop } from '#app/models/train-shop.ts'
import { makeLog } from '../models/make-log.ts'

/** Trains a shop, again and again, as a worker beside the web process does it: whatever else there is to do comes first. */
setPriority(0, constants.priority.PRIORITY_LOW)
const PRODUCTS = 2_000
const log = makeLog(60_000, PRODUCTS, 5)
const shelf = {
  texts: log.products.map((id) => `product ${id}`),
  prices: new Float32Array(PRODUCTS).fill(9),
  types: new Int32Array(PRODUCTS),
}
process.send?.('begins')
process.on('SIGTERM', () => process.exit(0))
const again = () => {
  trainShop(
    { log, customerIds: new Float64Array(log.customerCount).map((_, at) => at + 1), features: shelf, before: null },
    () => 0,
    () => {},
  )
  setImmediate(again)
}
again()
