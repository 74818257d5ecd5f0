const PRODUCTS = 'products/'

/** The handle in the address of a product's page, or what else the cell says, in the characters that it stands for. */
export function handleIn(cell: string): string {
  const name = decoded(cell)
  // Several addresses are no address.
  if (/[\s,;|"[\]]/.test(cell) || /\s/.test(name)) return name
  const [path = ''] = name.split(/[?#]/, 1)
  const at = path.lastIndexOf(PRODUCTS)
  if (at === -1 || !(at === 0 || path[at - 1] === '/')) return name
  return path.slice(at + PRODUCTS.length).split('/', 1)[0] || name
}

/** Whether it is written as handles, numbers and addresses are, and not as people write names. */
export function looksLikeHandle(name: string): boolean {
  return /^\S+$/.test(name) && (name.includes('/') || !/\p{Lu}/u.test(decoded(name)))
}

/** Without `%E3%83…`; as it is where a part of such a letter is missing. */
function decoded(cell: string): string {
  if (!cell.includes('%')) return cell
  try {
    return decodeURIComponent(cell)
  } catch {
    return cell
  }
}
