import { readYaml } from '#app/commands/rules/read-yaml.ts'
import { readDocument } from '#app/rules/document/read-document.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { aCatalog } from '../a/shop.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

const shop = aCatalog()
const numbered = (size: number, part: (nth: number) => string) =>
  Array.from({ length: Math.ceil(size / part(1_000).length) }, (_, nth) => part(nth)).join('')
const RULE = `  - { id: r, name: n, state: active, when: { kind: all, of: [{ kind: product, handles: [a, b] }] } }\n`

readsInLinearTime(
  'a document of rules',
  {
    'many rules': (size) => `tandem: 1\nrules:\n${upTo(size, RULE)}`,
    'many keys': (size) => `tandem: 1\n${numbered(size, (nth) => `key-${nth}: 1\n`)}`,
    'many keys, as JSON': (size) => `{"tandem":1${numbered(size, (nth) => `,"key-${nth}":1`)}}`,
    'one key again and again': (size) => `tandem: 1\n${upTo(size, 'key: 1\n')}`,
    'many products': (size) => `tandem: 1\nrules:\n  - when: { kind: product, handles: [${upTo(size, 'a, ')}] }\n`,
    'as JSON': (size) => `{"tandem":1,"rules":[${upTo(size, '{"id":"r"},').replace(/,[^}]*$/, '')}]}`,
    nested: (size) => `tandem: 1\nrules: ${'['.repeat(size)}`,
    'nested by lines': (size) => `tandem: 1\nrules:\n${upTo(size, '- ')}`,
    anchors: (size) => numbered(size, (nth) => `- &a${nth} 1\n`),
    aliases: (size) => `- &a 1\n${upTo(size, '- *a\n')}`,
    'aliases of aliases': (size) => numbered(size, (nth) => `- &a${nth} [${nth > 0 ? `*a${nth - 1}, *a${nth - 1}` : 1}]\n`),
    tags: (size) => upTo(size, '- !!str x\n'),
    'tags in one': (size) => upTo(size, '!a '),
    'a text in quotes': (size) => `tandem: "${upTo(size, 'x \\n ')}"`,
    'a text in quotes that never ends': (size) => `tandem: "${upTo(size, 'x\n ')}`,
    'a text over many lines': (size) => `tandem: ${upTo(size, 'x\n  ')}`,
    'a block of text': (size) => `tandem: |\n${upTo(size, '  x\n')}`,
    spaces: (size) => `tandem: 1${upTo(size, ' ')}x`,
    'blank lines': (size) => `tandem: 1\n${upTo(size, ' \n')}`,
    comments: (size) => `tandem: 1\n${upTo(size, '# x\n')}`,
    questions: (size) => upTo(size, '? '),
    colons: (size) => upTo(size, ': '),
    commas: (size) => `[${upTo(size, ',')}]`,
    'many documents': (size) => upTo(size, '---\n'),
    'a number of many digits': (size) => `tandem: ${upTo(size, '1')}x`,
  },
  (text) => {
    const read = readYaml(text)
    if (read.kind === 'refused') return
    const reading = readDocument(read.value, shop, EMPTY_SET)
    if (reading.kind === 'refused') for (const { path } of reading.faults) read.placeOf(path)
  },
)
