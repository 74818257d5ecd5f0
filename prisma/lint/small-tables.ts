/** Tables of which a shop has a row, or a merchant's few: whatever is done to all their rows is done in a moment. */
export const SMALL: ReadonlySet<string> = new Set([
  ...['shop', 'session', 'sync', 'training', 'pixel', 'measurement', 'measure_epoch', 'customer_board', 'leaving', 'lint', 'mining'],
  ...[
    'rule',
    'placement_setting',
    'exclusion',
    'never_together',
    'price_floor',
    'free_delivery',
    'rule_flag',
    'applied_file',
    'rule_import',
  ],
  ...['proposal', 'market', 'discount_node', 'discount_state', 'standard_switch', 'data_request'],
])
