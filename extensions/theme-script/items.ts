/** A line as the cart's address for scripts takes it. */
export interface Item {
  readonly id: string
  readonly quantity: number
  readonly properties: Readonly<Record<string, string>>
  /** The variant, or the line, that it is nested under. */
  readonly parent_id?: string
  readonly parent_line_key?: string
}

/** What a form would add: the ticked rows of a set, or the card's own product. */
export function itemsOf(form: HTMLFormElement): Item[] {
  const rows = rowsOf(form)
  return rows.length > 0 ? rows.filter(isTicked).map((row) => itemOf(row, rows[0]!)) : [cardItem(new FormData(form))]
}

export const rowsOf = (form: HTMLFormElement): HTMLElement[] => [...form.querySelectorAll<HTMLElement>('[data-row]')]

export const isTicked = (row: HTMLElement): boolean => row.querySelector<HTMLInputElement>('[type=checkbox]')?.checked ?? true

/** Every row has one. */
export const variantOf = (row: HTMLElement) => row.querySelector<HTMLInputElement | HTMLSelectElement>('[data-variant]')!

/** A companion that hangs on the set's own product is nested under it where it is added too. */
function itemOf(row: HTMLElement, first: HTMLElement): Item {
  const { soldBy, quantity, nest, parent } = row.dataset
  return {
    id: variantOf(row).value,
    quantity: +quantity! || 1,
    properties: propertiesOf(soldBy),
    ...(nest && (isTicked(first) ? { parent_id: variantOf(first).value } : parent && { parent_line_key: parent })),
  }
}

function cardItem(data: FormData): Item {
  const [id, quantity, soldBy, parent] = ['id', 'quantity', 'properties[_tandem]', 'parent_line_key'].map(
    (name) => data.get(name) as string,
  )
  return {
    id: id!,
    quantity: +quantity! || 1,
    properties: propertiesOf(soldBy),
    ...(parent && { parent_line_key: parent }),
  }
}

const propertiesOf = (soldBy: string | null | undefined): Item['properties'] => (soldBy ? { _tandem: soldBy } : {})
