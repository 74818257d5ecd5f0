import type { Say } from '#app/rules/conditions/say.ts'

/**
 * Looks words up in a locale file and puts the values in: `{most}` in a text is the value of that name. Throws where the
 * file lacks the key or a value is missing: a merchant never reads a key.
 */
export function sayFrom(words: Readonly<Record<string, string>>): Say {
  return (key, values = {}) => {
    const text = words[key]
    if (text === undefined) throw new Error(`The locale file has no words for ${key}`)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`The words for ${key} want a value for ${name}`)
      return String(value)
    })
  }
}
