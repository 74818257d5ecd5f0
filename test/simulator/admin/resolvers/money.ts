import { decimal } from '../../state/money.ts'

/** `MoneyV2`: Shopify drops a second decimal that says nothing (`12.5`, `10.0`). */
export function moneyOf(minorUnits: number, currencyCode: string) {
  return { amount: decimal(minorUnits).replace(/(\.\d)0$/, '$1'), currencyCode }
}

/** `MoneyBag` of a shop whose shoppers pay in its own currency. */
export function moneyBag(minorUnits: number, currencyCode: string) {
  const money = moneyOf(minorUnits, currencyCode)
  return { shopMoney: money, presentmentMoney: money }
}
