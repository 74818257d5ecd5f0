/** A list as programs write it, with what stands in it; `cut` where it only begins or only ends there. */
export type ListIn =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'inner'; readonly text: string }
  | { readonly kind: 'cut' }

/** What stands in brackets: the names of a list, or else the text between them. Undefined where a cell has no brackets around it. */
export function listIn(cell: string): ListIn | undefined {
  const [opens, closes] = [cell.startsWith('['), cell.endsWith(']')]
  if (!opens) return closes && !cell.includes('[') ? { kind: 'cut' } : undefined
  if (!closes) return cell.includes(']') ? undefined : { kind: 'cut' }
  const names = namesOfJson(cell) ?? namesOfJson(cell.replaceAll('\\"', '"')) ?? namesInApostrophes(cell.slice(1, -1).trim())
  return names
    ? { kind: 'names', names: names.map((name) => name.trim()).filter((name) => name !== '') }
    : { kind: 'inner', text: cell.slice(1, -1) }
}

/** Numbers among them are left to who reads text: JavaScript's have too few digits. */
function namesOfJson(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    const names = Array.isArray(list) ? list.filter((one) => one !== null) : [undefined]
    return names.every((one) => typeof one === 'string') ? names : undefined
  } catch {
    return undefined
  }
}

function namesInApostrophes(text: string): readonly string[] | undefined {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).split(/'\s*,\s*'/) : undefined
}
