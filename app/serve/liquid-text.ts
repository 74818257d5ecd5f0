/** A text that a literal of Liquid can hold: in one there is no way to write a quote, nor what ends a tag. */
const PLAIN = /^[^'{}%\\]*$/

/** Any text as an expression of Liquid that gives back just that text, whoever wrote it. */
export function liquidText(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : `'${encoded(text)}' | url_decode`
}

/** A text without a character that means anything in Liquid, or between the cells of a list; `url_decode` gives it back. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27')
}
