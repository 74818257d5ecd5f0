/** Ours to judge are the classes of Polaris' components alone: themes and what stands on elements are kept. */
const CLASS = /\.(Polaris-[\w-]+)/g

/**
 * A stylesheet without the rules that can match nothing where no other of Polaris' classes than `used` are written: a selector that
 * wants another one goes, a rule without selectors and an at-rule without rules go with it. What stays keeps its order and its words.
 * Takes well-formed CSS without comments that hold braces.
 */
export function keepUsedRules(css: string, used: ReadonlySet<string>): string {
  let kept = ''
  for (let at = 0; at < css.length;) {
    const opens = next(css, at, '{;')
    if (opens === css.length) return kept + css.slice(at)
    if (css[opens] === ';') {
      kept += css.slice(at, opens + 1)
      at = opens + 1
      continue
    }
    const ends = endOf(css, opens)
    kept += keepRule(css.slice(at, opens), css.slice(opens + 1, ends), used)
    at = ends + 1
  }
  return kept
}

function keepRule(prelude: string, body: string, used: ReadonlySet<string>): string {
  const name = prelude.trim()
  if (/^@(media|supports|layer|container)\b/.test(name)) {
    const inner = keepUsedRules(body, used)
    return inner.trim() === '' ? '' : `${prelude}{${inner}}`
  }
  if (name.startsWith('@')) return `${prelude}{${body}}`
  const selectors = splitAtCommas(name).filter((selector) => mayMatch(selector, used))
  return selectors.length === 0 ? '' : `${/^\s*/.exec(prelude)![0]}${selectors.join(',')}{${body}}`
}

/** What a selector must not be, or may be in several ways, rules nothing out. */
function mayMatch(selector: string, used: ReadonlySet<string>): boolean {
  const wanted = selector.replace(/:(not|is|where|has)\((?:[^()]|\([^()]*\))*\)/g, '')
  return [...wanted.matchAll(CLASS)].every(([, name]) => used.has(name!))
}

function splitAtCommas(list: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0, depth = 0; at <= list.length; at += 1) {
    const sign = list[at]
    if (sign === '(' || sign === '[') depth += 1
    else if (sign === ')' || sign === ']') depth -= 1
    else if (sign === undefined || (sign === ',' && depth === 0)) {
      parts.push(list.slice(from, at).trim())
      from = at + 1
    }
  }
  return parts
}

/** Where the first of the signs stands outside quotes; the length where none does. */
function next(css: string, from: number, signs: string): number {
  for (let at = from, quote = ''; at < css.length; at += 1) {
    const sign = css[at]!
    if (sign === '\\') at += 1
    else if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (signs.includes(sign)) return at
  }
  return css.length
}

/** Where the block that opens at `opens` ends. Throws where it does not. */
function endOf(css: string, opens: number): number {
  for (let at = opens + 1, depth = 1; ; at += 1) {
    at = next(css, at, '{}')
    if (at === css.length) throw new Error('A block of the stylesheet does not end')
    depth += css[at] === '{' ? 1 : -1
    if (depth === 0) return at
  }
}
