/** What can be both read and written, by the names that scopes have for it; of some things there is but one of the two. */
const READ_AND_WRITTEN = `
  assigned_fulfillment_orders cart_transforms cash_tracking checkout_and_accounts_configurations checkout_settings
  companies content customer_data_erasure customer_merge customer_payment_methods customers delivery_customizations
  delivery_promises discounts draft_orders files fulfillment_constraint_rules fulfillments gift_card_transactions
  gift_cards images inventory inventory_shipments inventory_transfers legal_policies locales locations marketing_events
  marketplace_fulfillment_orders marketplace_orders marketplace_returns markets merchant_managed_fulfillment_orders
  metaobject_definitions metaobjects mobile_platform_applications online_store_navigation online_store_pages order_edits
  orders own_subscription_contracts payment_customizations payment_mandate payment_terms pixels privacy_settings
  products publications quick_sale resource_feedbacks returns script_tags shipping shopify_payments_dispute_evidences
  shopify_payments_tooling store_credit_account_transactions taxes themes third_party_fulfillment_orders translations
  validations`
const READ_ALONE = `
  all_orders apps capital customer_events financial_kyc_information markets_home merchant_approval_signals
  point_of_sale_devices price_rules product_listings reports shop_promise_program shopify_payments
  shopify_payments_accounts shopify_payments_accounts_sensitive shopify_payments_bank_accounts shopify_payments_disputes
  shopify_payments_legal_entities shopify_payments_payouts store_credit_accounts users`
const WRITTEN_ALONE = `
  app_proxy inventory_purchase_orders inventory_shipments_received_items pos_staff_member_event_attribution_overrides
  purchase_options`

/** Of the Customer Account API, which shoppers' browsers ask. */
const OF_CUSTOMERS = ['customer_read_customers', 'customer_read_orders']

/** Scopes that an app is given on request alone. */
const ON_REQUEST: readonly string[] = ['read_all_orders']

const named = (names: string, ...kinds: readonly string[]) =>
  names
    .trim()
    .split(/\s+/)
    .flatMap((name) => kinds.map((kind) => `${kind}_${name}`))
const KNOWN = new Set([
  ...OF_CUSTOMERS,
  ...named(READ_AND_WRITTEN, 'read', 'write'),
  ...named(READ_ALONE, 'read'),
  ...named(WRITTEN_ALONE, 'write'),
])

/** Whether Shopify has such a scope. */
export const isKnownScope = (scope: string): boolean => KNOWN.has(scope)

/** Whether Shopify has to be asked for the scope before an app may name it. */
export const isOnRequest = (scope: string): boolean => ON_REQUEST.includes(scope)
