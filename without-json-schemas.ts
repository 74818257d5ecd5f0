import type { Plugin } from 'vite'

/** Zod's makers of JSON schemas: a fifth of what browsers were sent with it, 6 kB compressed. */
const MAKERS = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/
const NAMES = /^export (?:(?:const|function) (\w+)|\{ \w+ as (\w+) \})/gm

/**
 * Leaves out of what browsers are sent what makes JSON schemas of checks: every check would bring it along, and nothing on a page asks for
 * one. What asks all the same is told so.
 */
export function withoutJsonSchemas(): Plugin {
  return {
    name: 'without-json-schemas',
    apply: 'build',
    enforce: 'pre',
    transform(code, id, { ssr } = {}) {
      if (ssr || !MAKERS.test(id)) return undefined
      const names = [...code.matchAll(NAMES)].map(([, one, other]) => one ?? other)
      const none = `const none = () => () => { throw new Error('JSON schemas are made by the server alone') }`
      return { code: [none, ...names.map((name) => `export { none as ${name} }`)].join('\n'), map: null }
    },
  }
}
