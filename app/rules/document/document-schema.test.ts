import Ajv from 'ajv'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { luckOf } from '../../../test/a/luck.ts'
import { anySet } from '../../../test/a/rule-set.ts'
import { anyCatalog, aCatalog } from '../../../test/a/shop.ts'
import { asInFile, spoil } from '../../../test/a/spoil.ts'
import { documentSchema } from './document-schema.ts'
import { readDocument } from './read-document.ts'
import { writeDocument } from './write-document.ts'

const PUBLISHED = '../../../public/rules.schema.json'
const admits = new Ajv({ unknownFormats: 'ignore' }).compile(documentSchema())

it('is published as it is drawn today (`npm run test:unit -- document-schema -u` writes it anew)', async () => {
  await expect(`${JSON.stringify(documentSchema(), null, 2)}\n`).toMatchFileSnapshot(PUBLISHED)
})

it('admits every document that is written', () => {
  fc.assert(
    fc.property(anySet, anyCatalog, (set, catalog) => {
      const document = writeDocument(set, catalog, 'toys.myshopify.com@0123456789ab')
      expect([admits(JSON.parse(JSON.stringify(document))), admits.errors]).toEqual([true, null])
    }),
  )
})

it('refuses nothing that would be read, of 10,000 spoilt documents', () => {
  const luck = luckOf('documents for the schema')
  const sets = fc.sample(anySet, { numRuns: 300, seed: 5 })
  const outcomes = { both: 0, reader: 0, neither: 0 }
  for (let at = 0; at < 10_000; at += 1) {
    const set = sets[at % sets.length]!
    const document = asInFile(spoil(writeDocument(set, aCatalog()), luck))
    if (document === undefined) continue
    const isRead = readDocument(document, aCatalog(), set).kind === 'set'
    const isAdmitted = admits(document)
    if (isRead && !isAdmitted) expect.fail(`${JSON.stringify(document)} is read, but: ${JSON.stringify(admits.errors)}`)
    outcomes[isRead ? 'neither' : isAdmitted ? 'reader' : 'both'] += 1
  }
  expect(outcomes.neither).toBeGreaterThan(50)
  expect(outcomes.both).toBeGreaterThan(outcomes.reader)
})
