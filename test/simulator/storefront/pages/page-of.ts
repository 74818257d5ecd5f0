/** One page of a list, as the theme's pagination draws it. Pages count from 1; a page outside is drawn to the nearest. */
export function pageOf<Item>(items: readonly Item[], asked: number, size: number) {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages)
  return {
    items: items.slice((page - 1) * size, page * size),
    paginate: {
      pages,
      current_page: page,
      total: items.length,
      previous: page > 1 ? page - 1 : null,
      next: page < pages ? page + 1 : null,
    },
  }
}
