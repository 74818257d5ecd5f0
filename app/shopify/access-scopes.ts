/**
 * What the app may do in a shop, and whether it can do without. The app's configuration names the same; why each is asked
 * for, and what is missing without it, stands in the locale file.
 */
export const ACCESS_SCOPES = [
  { scope: 'read_products', optional: false },
  { scope: 'write_products', optional: false },
  { scope: 'read_orders', optional: false },
  { scope: 'write_app_proxy', optional: false },
  { scope: 'read_all_orders', optional: true },
  { scope: 'read_customers', optional: true },
  { scope: 'read_customer_merge', optional: true },
  { scope: 'read_inventory', optional: true },
  { scope: 'read_themes', optional: true },
  { scope: 'read_markets', optional: true },
  { scope: 'read_metaobjects', optional: true },
  { scope: 'customer_read_customers', optional: true },
  { scope: 'customer_read_orders', optional: true },
  { scope: 'write_discounts', optional: true },
  { scope: 'write_pixels', optional: true },
  { scope: 'read_customer_events', optional: true },
] as const

export type AccessScope = (typeof ACCESS_SCOPES)[number]['scope']
