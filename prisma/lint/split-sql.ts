/** What is within quotes, dollars or a comment is not taken apart. */
const WHOLE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|--[^\n]*|\/\*[\s\S]*?\*\//g

/** The statements of a text, without comments, on one line each. */
export function statementsOf(sql: string): string[] {
  return split(sql, ';')
}

/** The parts of a text between commas that stand in no brackets. */
export function partsOf(list: string): string[] {
  return split(list, ',')
}

function split(text: string, at: ';' | ','): string[] {
  const parts = ['']
  let depth = 0
  const take = (rest: string): void => {
    for (const sign of rest) {
      if (sign === '(') depth += 1
      if (sign === ')') depth -= 1
      if (sign === at && depth === 0) parts.push('')
      else parts[parts.length - 1] += sign
    }
  }
  let from = 0
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    take(text.slice(from, index))
    parts[parts.length - 1] += whole.startsWith('--') || whole.startsWith('/*') ? ' ' : whole
    from = index + whole.length
  }
  take(text.slice(from))
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '')
}
