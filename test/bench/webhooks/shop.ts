import { giveWay } from '#app/platform/give-way.server.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { openWithAll } from '../../running/merchant.ts'
import { busyShop } from './busy-shop.ts'

/**
 * The shop's side of Shopify, in a process that lets every other go first: `shop.ts PORT APP_URL ORDERS`. Writing exports costs as
 * much as reading them, and the real Shopify has its own cores for that. Once told to go on, its merchant opens the app.
 */
const [port, appUrl, orders] = process.argv.slice(2)
process.on('disconnect', () => process.exit(0))
giveWay()
const world = busyShop(Number(orders))
const simulator = await startLocalShops({ port: Number(port), appUrl: appUrl!, worlds: [world] })
process.on('message', () => void openWithAll(simulator, appUrl!, world.facts.domain).then(() => process.send!('opened')))
process.send!('listening')
