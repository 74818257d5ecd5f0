import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Stated } from '#app/commerce/stated.ts'

/** What is longer is prose: letters of a name and of a value. */
const LONGEST_NAME = 40
const LONGEST_VALUE = 60
/** Letters of a line: no longer one states anything. */
const LONGEST_LINE = LONGEST_NAME + LONGEST_VALUE + 10
/** Letters of one text between two tags, spaces included. */
const LONGEST_TEXT = 1_000
/** Stands for what is too long. Nothing is cut: half of a value is another. No name and no value holds a colon. */
const PROSE = '::'
/** Of one description. */
const MOST_STATED = 12

/** Within a line. Every other tag ends the line before it. */
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'em', 'font', 'i', 'mark', 'q', 'small', 'span', 'strong', 'sub', 'sup', 'u'])
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'del', 's', 'strike'])
/** What holds one of two texts that belong together. */
const BOXES = new Set(['td', 'th', 'dt', 'dd'])
const AROUND_BOXES = new Set(['tr', 'table', 'thead', 'tbody', 'dl'])

/**
 * What the HTML of a description states: lines "Name: value", rows of two cells, and terms with one definition. Prose is not read, nor what is
 * struck out. At most twelve, the first of each name, in the order in which they stand; a name that is stated with two values states neither.
 * Takes time in proportion to the text, whatever its tags.
 */
export function statedIn(html: string): readonly Stated[] {
  const stated = new Map<string, Stated | null>()
  let line = ''
  let box: { readonly kind: string; text: string } | undefined
  let cells: string[] = []
  let term: string | undefined
  let unread = 0

  const state = (before: string, after: string): void => {
    const [name, value] = [before.replace(/[:：]$/u, '').trim(), after.trim()]
    if (!isName(name) || !isValue(value)) return
    const key = name.toLowerCase()
    const known = stated.get(key)
    if (known === undefined) stated.set(key, { name, value })
    else if (known?.value !== value) stated.set(key, null)
  }
  const endBox = ({ kind, text }: { readonly kind: string; readonly text: string }): void => {
    if (kind === 'dt') term = text
    else if (kind === 'dd') {
      if (term !== undefined) state(term, text)
      term = undefined
    } else if (cells.length <= 2) cells.push(text)
  }
  const endLine = (name = '', opens = false): void => {
    const text = line.length > LONGEST_LINE ? PROSE : plain(line).trim()
    line = ''
    if (box && box.text.length <= LONGEST_LINE) box.text = `${box.text} ${text}`.trim()
    const colon = box ? -1 : text.search(/[:：]/u)
    if (colon > 0) state(text.slice(0, colon), text.slice(colon + 1))
    if (!BOXES.has(name) && !AROUND_BOXES.has(name)) return
    if (box) endBox(box)
    box = opens && BOXES.has(name) ? { kind: name, text: '' } : undefined
    if (BOXES.has(name)) return
    if (cells.length === 2) state(cells[0]!, cells[1]!)
    cells = []
    term = undefined
  }
  const read = (text: string): void => {
    // What is too long to state anything need not be held.
    if (unread === 0 && line.length <= LONGEST_LINE) line += text
  }
  const tokens = new Tokenizer(
    { decodeEntities: true },
    {
      ...NOTHING,
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase()
        if (UNREAD.has(name)) unread += 1
        if (!INLINE.has(name)) endLine(name, true)
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase()
        if (UNREAD.has(name)) unread = Math.max(0, unread - 1)
        if (!INLINE.has(name)) endLine(name)
      },
      ontext: (start, end) => read(end - start > LONGEST_TEXT ? PROSE.repeat(LONGEST_LINE) : plain(html.slice(start, end))),
      ontextentity: (code) => read(String.fromCodePoint(code)),
    },
  )
  tokens.write(html)
  tokens.end()
  endLine('table')
  return [...stated.values()].filter((one) => one !== null).slice(0, MOST_STATED)
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ')
const skip = (): void => {}
/** Attributes and comments state nothing. */
const NOTHING: TokenizerCallbacks = {
  ...{ onattribdata: skip, onattribentity: skip, onattribend: skip, onattribname: skip, oncdata: skip, onclosetag: skip, oncomment: skip },
  ...{ ondeclaration: skip, onend: skip, onopentagend: skip, onopentagname: skip, onprocessinginstruction: skip, onselfclosingtag: skip },
  ...{ ontext: skip, ontextentity: skip },
}

/** Letters, of few words: what stands before a colon may as well be half a sentence. */
const isName = (name: string): boolean =>
  name !== '' && name.length <= LONGEST_NAME && /^[\p{L}\p{M}\p{N} ()/'’-]+$/u.test(name) && name.split(' ').length <= 4
const isValue = (value: string): boolean => value.length <= LONGEST_VALUE && /[\p{L}\p{N}]/u.test(value) && !/[:：]|^\/\//u.test(value)
