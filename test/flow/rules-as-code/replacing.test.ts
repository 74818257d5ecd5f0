import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { askApp, putInApp, readPage } from '../../running/merchant.ts'
import { DEV, LIVE, twoShops } from './two-shops.ts'

const shops = await twoShops('what-a-file-replaces')
const { rules, write, exported, rows, quiet } = shops
beforeEach(shops.beginAnew)

describe('a file whose author has not seen everything', () => {
  const idea = aRule({ id: 'idea', name: 'An idea', when: ofType('Toy'), where: ofType('Battery') })
  const renamed = (text: string, name: string) => text.replace('name: Cells', `name: ${name}`)
  const names = async () => (await rows()).map(({ document }) => (document as { name: string }).name)

  it('is planned and not applied, with the reason and the ways on', async () => {
    const file = write('old.yaml', renamed(await exported(DEV, 'old.yaml'), 'Power'))
    await putInApp(shops.simulator, shops.app.url, DEV, '/rules/idea', idea)
    const plan = await rules('plan', file, '--shop', DEV)
    expect(plan).toEqual({ code: 1, said: expect.stringContaining('- An idea (idea)') })
    const refused = await rules('apply', file, '--shop', DEV)
    for (const { said } of [plan, refused]) {
      expect(said).toContain('has changed since this file was exported: applying it would undo that.')
      expect(said).toContain(`npm run rules -- plan ${file} --shop ${DEV}`)
    }
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('Nothing was changed.')])
    expect(await names()).toEqual(['Cells', 'An idea'])
    expect(await rules('apply', file, '--shop', DEV, '--overwrite')).toMatchObject({ code: 0 })
    expect(await names()).toEqual(['Power'])
  })

  it('can be edited and applied time and again, until a merchant changes something', async () => {
    const file = write('mine.yaml', renamed(await exported(DEV, 'mine.yaml'), 'Power'))
    expect((await rules('apply', file, '--shop', DEV)).said).toContain('its line “from” says so now')
    write('mine.yaml', readFileSync(file, 'utf8').replace('name: Power', 'name: Energy'))
    expect(await rules('apply', file, '--shop', DEV)).toMatchObject({ code: 0 })
    expect(await names()).toEqual(['Energy'])
    expect(await exported(DEV, 'again.yaml')).toBe(readFileSync(file, 'utf8'))
    // Without the line, and so as what a repository holds or another shop sends.
    const bare = (name: string) =>
      readFileSync(file, 'utf8')
        .replace(/from: .*\n/, '')
        .replace('name: Energy', `name: ${name}`)
    expect(await rules('apply', write('bare.yaml', bare('Watts')), '--shop', DEV)).toMatchObject({ code: 0 })
    await putInApp(shops.simulator, shops.app.url, DEV, '/rules/idea', idea)
    const refused = await rules('apply', write('bare.yaml', bare('Volts')), '--shop', DEV)
    expect(refused).toEqual({ code: 1, said: expect.stringContaining('have changed something since a file was last applied') })
    expect(await names()).toEqual(['Watts', 'An idea'])
  })

  it('is undone whole, as long as nobody has changed something since', async () => {
    expect((await rules('undo', '--shop', LIVE)).code).toBe(1)
    const file = write('mine.yaml', renamed(await exported(DEV, 'mine.yaml'), 'Power'))
    await rules('apply', file, '--shop', DEV)
    expect(await rules('undo', '--shop', DEV)).toEqual({ code: 0, said: expect.stringContaining('Undone: 1 change to the working set.') })
    expect(await names()).toEqual(['Cells'])
    expect(await rules('apply', file, '--shop', DEV, '--overwrite')).toMatchObject({ code: 0 })
    await putInApp(shops.simulator, shops.app.url, DEV, '/rules/idea', idea)
    expect(await rules('undo', '--shop', DEV)).toEqual({ code: 1, said: expect.stringContaining('that would be lost') })
    expect(await names()).toEqual(['Power', 'An idea'])
  })

  it('is undone by a merchant, too, who finds other rules than before', async () => {
    const review = () => readPage(shops.simulator, shops.app.url, DEV, '/review')
    const file = write('mine.yaml', renamed(await exported(DEV, 'mine.yaml'), 'Power'))
    await rules('apply', file, '--shop', DEV)
    expect(await review()).toMatch(/Decisions that differ from what stood there: (<!-- -->)?1\./)
    expect((await askApp(shops.simulator, shops.app.url, DEV, '/app/review.data?index', { kind: 'take-back' })).status).toBe(200)
    expect(await names()).toEqual(['Cells'])
    expect(await review()).not.toContain('Put back what stood there</')
  })
})

describe('the findings', () => {
  it('are found anew once a file was applied, and once it was taken back', async () => {
    const kept = async () => JSON.stringify((await shops.database.query('SELECT findings FROM lint WHERE shop_id = $1', [DEV])).rows)
    const file = write('nobody.yaml', (await exported(DEV, 'nobody.yaml')).replace('- Battery\n', '- Bateries\n'))
    await rules('apply', file, '--shop', DEV)
    await quiet()
    expect(await kept()).toContain('"dead-offer"')
    await rules('undo', '--shop', DEV)
    await quiet()
    expect(await kept()).not.toContain('"dead-offer"')
  })
})
