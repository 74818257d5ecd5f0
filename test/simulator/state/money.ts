/** Minor units as Shopify writes amounts of money: `1250` → `"12.50"`. Every shop here has a currency with two decimals. */
export function decimal(minorUnits: number): string {
  return (minorUnits / 100).toFixed(2)
}
