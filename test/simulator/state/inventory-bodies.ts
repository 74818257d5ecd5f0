import type { ShopFacts, Variant } from '../shop.ts'
import { decimal } from './money.ts'
import { zonedTime } from './zoned-time.ts'

/** The one place where the shop keeps its goods. */
export const LOCATION_ID = 70_000_001

/** The body of `inventory_levels/update`. `at` is an ISO time. */
export function inventoryLevelBody(variant: Variant, at: string, facts: ShopFacts): Record<string, unknown> {
  return {
    inventory_item_id: variant.inventoryItemId,
    location_id: LOCATION_ID,
    available: variant.stock,
    updated_at: zonedTime(at, facts.timezone),
    admin_graphql_api_id: `gid://shopify/InventoryLevel/${LOCATION_ID}?inventory_item_id=${variant.inventoryItemId}`,
  }
}

/** The body of `inventory_items/update`. */
export function inventoryItemBody(variant: Variant, at: string, facts: ShopFacts): Record<string, unknown> {
  return {
    id: variant.inventoryItemId,
    admin_graphql_api_id: `gid://shopify/InventoryItem/${variant.inventoryItemId}`,
    sku: variant.sku,
    created_at: zonedTime(at, facts.timezone),
    updated_at: zonedTime(at, facts.timezone),
    requires_shipping: true,
    cost: variant.cost === undefined ? null : decimal(variant.cost),
    country_code_of_origin: null,
    province_code_of_origin: null,
    harmonized_system_code: null,
    tracked: variant.stock !== null,
    country_harmonized_system_codes: [],
  }
}
