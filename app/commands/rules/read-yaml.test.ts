import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDocument } from '#app/rules/document/write-document.ts'
import { anySet } from '../../../test/a/rule-set.ts'
import { anyCatalog } from '../../../test/a/shop.ts'
import { readYaml } from './read-yaml.ts'
import { writeYaml } from './write-yaml.ts'

const valueOf = (text: string): unknown => {
  const read = readYaml(text)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults))
  return read.value
}
const faultOf = (text: string) => {
  const read = readYaml(text)
  if (read.kind === 'read') throw new Error('It was read')
  const [{ message, place }] = read.faults as [(typeof read.faults)[number]]
  return `${place.line}:${place.column} ${message}`
}

describe('readYaml', () => {
  it('reads back every document that is written, as YAML and as JSON', () => {
    fc.assert(
      fc.property(anySet, anyCatalog, (set, catalog) => {
        const document = writeDocument(set, catalog)
        expect(valueOf(writeYaml(document))).toEqual(document)
        expect(valueOf(JSON.stringify(document, null, '\t'))).toEqual(document)
      }),
    )
  })

  it('keeps every text a text, whatever it looks like', () => {
    const tricky = fc.constantFrom(
      'yes',
      'off',
      'null',
      '~',
      '1e3',
      '0x1f',
      '2026-12-24',
      '- a',
      '# b',
      'a: b',
      '"',
      "'",
      '\n',
      ' ',
      '&a',
      '*a',
      '<<',
      '',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(tricky, fc.string({ unit: 'grapheme' }))), (names) => {
        expect(valueOf(writeYaml({ names }))).toEqual({ names })
      }),
    )
  })

  it('tells where a path stands, or what lies above it', () => {
    const read = readYaml('tandem: 1\nrules:\n  - id: a\n    when: { kind: tag, names: [] }\n')
    if (read.kind === 'refused') throw new Error('It was refused')
    expect(read.placeOf('rules.0.when.names')).toEqual({ line: 4, column: 31 })
    expect(read.placeOf('rules.0.name')).toEqual({ line: 3, column: 5 })
    expect(read.placeOf('')).toEqual({ line: 1, column: 1 })
  })

  it.each([
    ['a: 1\na: 2\n', '2:1 Map keys must be unique'],
    ['a: [1, 2\n', '2:1 Flow sequence'],
    ['a: &x 1\nb: *x\n', '2:4 Aliases are not read'],
    ['a: !!js/function "f"\n', '1:4 Unresolved tag'],
    ['a: 1\n---\nb: 2\n', '2:1 Source contains multiple documents'],
    ['? [a]\n: 1\n', '1:3 With stringKeys, all keys must be strings'],
  ])('refuses %j', (text, fault) => {
    expect(faultOf(text)).toContain(fault)
  })

  it('refuses what only pretends to be small, and what is huge or nested beyond reason', () => {
    const laughs = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join()}]`),
    ]
    expect(faultOf(laughs.join('\n'))).toContain('Aliases are not read')
    expect(faultOf('x'.repeat(10_000_001))).toContain('more than 10000000 characters')
    for (const nested of ['['.repeat(100_000), '- '.repeat(50_000), '{"a":'.repeat(50_000), `${'['.repeat(50_000)}${']'.repeat(50_000)}`])
      expect(faultOf(nested)).toMatch(/^\d+:\d+ ./)
  })

  it('gives a hostile key as a mere key', () => {
    const value = valueOf('__proto__: { polluted: true }\n') as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect('polluted' in {}).toBe(false)
  })
})
