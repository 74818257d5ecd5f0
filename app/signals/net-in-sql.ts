/**
 * What is left of an order's line, net, in minor units: its price less its share of discounts and of the taxes that the price holds, for the
 * pieces that were not sent back. The same as `measure/ledger/net-of-order`, for a query whose tables are called `"order"` and `line`.
 */
export const NET_OF_LINE = `(line.unit_price * line.current_quantity
  - round(line.discount::numeric * line.current_quantity / greatest(line.quantity, 1))
  - CASE WHEN "order".taxes_included THEN round(line.tax::numeric * line.current_quantity / greatest(line.quantity, 1)) ELSE 0 END)`

/** All of an order, grouped by it: with what refunds gave back beyond the goods, or short of them. */
export const NET_OF_ORDER = `(sum(${NET_OF_LINE}) + min("order".adjustment))`
