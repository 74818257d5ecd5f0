/** A body of `orders/*` with everything about a person in it that Shopify sends. */
export const webhookOrder = {
  id: 501,
  currency: 'EUR',
  created_at: '2026-11-20T10:00:00+01:00',
  updated_at: '2026-11-20T10:05:00+01:00',
  cancelled_at: null,
  email: 'ada@example.com',
  phone: '+1 555 0100',
  customer: { id: 7, email: 'ada@example.com', first_name: 'Ada', default_address: { city: 'London' } },
  billing_address: { name: 'Ada Canary', address1: '1 Canary Street' },
  note: 'Ring at Ada’s',
  note_attributes: [
    { name: 'For whom', value: 'Ada' },
    { name: '_tandem_visit', value: '0f8e4c1d9b3a27560f8e4c1d9b3a2756' },
  ],
  source_name: 'web',
  taxes_included: true,
  refunds: [
    {
      id: 3,
      note: 'For Ada',
      order_adjustments: [
        { kind: 'refund_discrepancy', amount: '-1.25' },
        { kind: 'shipping_refund', amount: '-4.90' },
      ],
    },
  ],
  line_items: [
    {
      id: 9,
      product_id: 1,
      variant_id: 2,
      quantity: 3,
      current_quantity: 2,
      price: '12.50',
      tax_lines: [{ title: 'VAT', price: '5.99' }],
      name: 'For Ada',
      properties: [
        { name: '_tandem', value: 'product-page/rule/r-1' },
        { name: 'Engraving', value: 'Ada' },
      ],
    },
    { id: 10, product_id: null, variant_id: null, quantity: 1, price: '1.00' },
  ],
}
