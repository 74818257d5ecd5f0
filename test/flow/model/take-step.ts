import { pageMix } from '../../a/rule-set.ts'
import { twoDaysLater } from '../../running/two-days-later.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import type { AppInProcess } from './in-one-process.ts'
import { happenInShop, pick, pickOrder } from './happen-in-shop.ts'
import type { Remembered } from './remembered.ts'
import type { ShopifyTrouble, Step } from './steps.ts'

/** Makes one thing happen, in a shop, to the app or between the two. What cannot happen there does not. */
export async function takeStep(app: AppInProcess, shop: Remembered, step: Step): Promise<void> {
  const { simulator } = app
  const { domain } = shop
  const state = simulator.shops.get(domain)!
  const weather = simulator.weather(domain)
  const isInstalled = simulator.installations.get(domain)!.installed
  switch (step.kind) {
    case 'save-rule': {
      if (!isInstalled) return
      const id = `rule-${step.which % 3}`
      shop.rules.set(id, step)
      return app.saveRule(domain, aRule(id, step))
    }
    case 'delete-rule': {
      const id = `rule-${step.which % 3}`
      shop.rules.delete(id)
      return app.deleteRule(domain, id)
    }
    case 'save-settings':
      if (!isInstalled) return
      Object.assign(shop, { open: step.open, excluded: step.excluded })
      await app.saveMix(domain, step.open ? pageMix('open') : {})
      return app.saveBounds(domain, { exclusion: step.excluded === null ? null : ofType(step.excluded), neverTogether: [] })
    case 'ask-for-job':
      return app.enqueue(step.job, domain)
    case 'work':
      for (let left = step.jobs; left > 0 && (await app.doJobs(domain, 1)) > 0; left -= 1);
      return
    case 'work-together':
      return void (await app.doJobs(domain, step.jobs))
    case 'break-off':
      return void (await app.doJobs(domain, 1, step.after))
    case 'hold':
      return weather.webhooks.hold()
    case 'release':
      return void weather.webhooks.release('shuffled')
    case 'shuffle':
      return weather.webhooks.shuffle(4)
    case 'webhook-trouble':
      if (step.trouble === 'lost') shop.missed = true
      return weather.webhooks.next(step.count, { kind: step.trouble })
    case 'shopify-trouble':
      return troubleShopify(app, domain, step.trouble)
    case 'clock':
      return weather.setClock(step.minutes)
    case 'expire-tokens':
      return simulator.expireTokens(domain)
    case 'revoke-tokens':
      shop.missed = true
      return simulator.revokeTokens(domain)
    case 'open':
      // A browser's token from a clock that is off is refused, as it should be.
      weather.setClock(0)
      shop.forgotten = false
      return app.open(domain)
    case 'uninstall':
      return uninstall(simulator, shop)
    case 'uninstall-and-forget':
      if (!isInstalled) return
      uninstall(simulator, shop)
      await afterTwoDays(app, domain)
      state.redactShop()
      if (!wasTold(simulator, domain, 'shop/redact')) return
      // Once for a removal that the app only now hears of.
      await afterTwoDays(app, domain)
      await afterTwoDays(app, domain)
      // The rules and settings go with everything else, and with them whom we were to forget: what Shopify shows anew it may show.
      shop.rules.clear()
      shop.redactedCustomers.clear()
      shop.redactedOrders.clear()
      shop.unheardDeletions.clear()
      Object.assign(shop, { open: false, excluded: null, forgotten: true })
      return
    case 'redact': {
      const customer = pick(state.customers.keys(), step.which)
      if (customer === undefined || !isInstalled) return
      const theirs = [...state.orders.values()].filter(({ customerId }) => customerId === customer)
      state.redactCustomer(customer)
      if (!wasTold(simulator, domain, 'customers/redact')) return
      shop.redactedCustomers.add(customer)
      for (const { id } of theirs) shop.redactedOrders.add(id)
      return
    }
    case 'delete-order': {
      const order = pickOrder(state, step.which)
      if (!order) return
      state.deleteOrder(order.id)
      const isUnheard = isInstalled ? !wasTold(simulator, domain, 'orders/delete') : !shop.forgotten
      if (isUnheard) shop.unheardDeletions.set(order.id, order)
      return
    }
    case 'merge': {
      const [kept, gone] = [pick(state.customers.keys(), step.which), pick(state.customers.keys(), step.which + 1)]
      if (kept === undefined || gone === undefined || kept === gone) return
      if (shop.redactedCustomers.has(kept) || shop.redactedCustomers.has(gone)) return
      state.mergeCustomers(kept, gone)
      if (!isInstalled || !wasTold(simulator, domain, 'customers/merge')) shop.unheardMerges.set(gone, kept)
      return
    }
    default:
      return happenInShop(state, shop, step)
  }
}

function uninstall(simulator: Simulator, shop: Remembered): void {
  if (!simulator.installations.get(shop.domain)!.installed) return
  simulator.uninstall(shop.domain)
  shop.left = true
  shop.leftUnheard = !wasTold(simulator, shop.domain, 'app/uninstalled')
}

/** Everything on its way arrives and all work is done, and then again once two days have passed. */
async function afterTwoDays(app: AppInProcess, domain: string): Promise<void> {
  for (const pass of [twoDaysLater, undefined]) {
    app.simulator.weather(domain).webhooks.release()
    await app.simulator.webhooks.settled(domain)
    while ((await app.doJobs(domain, 1)) > 0) await app.simulator.webhooks.settled(domain)
    await pass?.(app.database, domain)
    await app.enqueue('apply', domain)
  }
  while ((await app.doJobs(domain, 1)) > 0);
}

/** Whether the app hears of what has just happened, sooner or later. */
function wasTold({ webhooks }: Simulator, domain: string, topic: string): boolean {
  const last = webhooks.deliveries.findLast((delivery) => delivery.domain === domain)
  return last?.topic === topic && !last.lost
}

function troubleShopify({ simulator }: AppInProcess, domain: string, trouble: ShopifyTrouble): void {
  const { graphql, exports, files } = simulator.weather(domain)
  switch (trouble) {
    case 'throttled':
      return graphql.next(1, { kind: 'throttled' })
    case 'spoilt-export':
      return exports.next(1, { kind: 'spoilt', broken: 1, orphaned: 1 })
    case 'export-expires':
      return exports.next(1, { kind: 'expires' })
    case 'file-cut':
      return files.next(1, { kind: 'cut', after: 500 })
  }
}

const ofType = (name: string) => ({ kind: 'type', names: [name] })

function aRule(id: string, { when, where, active }: { when: string; where: string; active: boolean }) {
  return {
    id,
    name: id,
    state: active ? 'active' : 'draft',
    priority: 50,
    when: ofType(when),
    offer: { where: ofType(where), joins: [], except: null, sort: 'best-selling', most: 12 },
  }
}
