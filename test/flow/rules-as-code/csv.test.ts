import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEV, twoShops } from './two-shops.ts'

const { rules, at, write, rows, quiet, database, beginAnew } = await twoShops('pairs-from-csv')
beforeEach(beginAnew)

describe('a CSV file of another app', () => {
  const CSV = 'Product SKU,Upsell handles\r\nSKU-1021,"toy-1, cell-1"\r\nSKU-1031,toy-9\r\n'

  it('is told of, row by row, and becomes drafts once', async () => {
    const [file, report] = [write('pairs.csv', CSV), at('report.csv')]
    const preview = await rules('import', file, '--shop', DEV, '--preview', '--report', report)
    expect(preview).toEqual({ code: 0, said: expect.stringContaining('1 draft would be made. Nothing was written.') })
    expect(preview.said).toContain('1 of them: what goes with it is not in your shop, or two share this name')
    expect(readFileSync(report, 'utf8').split('\r\n')).toEqual([
      'line,pairs,left out',
      '2,2,',
      '3,0,"toy-9: what goes with it is not in your shop, or two share this name"',
      '',
    ])
    expect(await rows()).toHaveLength(1)
    const looked = async () => (await database.query('SELECT linted_at FROM lint WHERE shop_id = $1', [DEV])).rows
    await quiet()
    const before = await looked()
    expect((await rules('import', file, '--shop', DEV)).said).toContain('Made 1 draft. Among your rules already, and left as they are: 0.')
    const made = await rows()
    expect(made.map(({ id }) => id)).toEqual(['cells', 'csv-102'])
    await quiet()
    expect(await looked()).not.toEqual(before)
    expect((await rules('import', file, '--shop', DEV)).said).toContain('Made 0 drafts. Among your rules already, and left as they are: 1.')
    expect(await rows()).toEqual(made)
  })

  it('may have a hundred thousand rows', async () => {
    const file = write(
      'long.csv',
      `handle,offer\n${Array.from({ length: 100_000 }, (_, at) => `toy-${(at % 3) + 1},cell-${(at % 2) + 1}`).join('\n')}`,
    )
    const { code, said } = await rules('import', file, '--shop', DEV)
    expect(code).toBe(0)
    expect(said).toContain('100000 rows.\n  99994 of them: it stands there already\nMade 3 drafts')
  })

  it('is read by the columns that the command names', async () => {
    const file = write('odd.csv', 'cell-1;toy-2;1\ncell-2;toy-2;2\n')
    const { code, said } = await rules('import', file, '--shop', DEV, '--product', 'b', '--offered', 'A', '--headless', '--preview')
    expect(said).toContain('Beside the product in “B”')
    expect(said).toContain('2 rows.\n1 draft would be made.')
    expect(code).toBe(0)
    for (const columns of [['--product', 'B'], ['--headless'], ['--product', '2', '--offered', 'A']])
      expect(await rules('import', file, '--shop', DEV, ...columns)).toEqual({
        code: 1,
        said: expect.stringContaining('Columns are named by letters'),
      })
  })

  it('is parted by what the command says, and counts what offers nothing', async () => {
    const file = write('parted.csv', 'a,b;c\ncell-1,x;\ntoy-1,y;cell-2\n')
    const columns = ['--product', 'A', '--offered', 'C', '--preview']
    const { code, said } = await rules('import', file, '--shop', DEV, ...columns, '--delimiter', ',')
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('It has: A: a, B: b;c') })
    const tabs = write('tabs.csv', 'handle\toffer, best first\ntoy-1\tcell-1\ntoy-2\t\n')
    expect((await rules('import', tabs, '--shop', DEV, '--preview', '--delimiter', 'tab')).said).toContain(
      '2 rows.\n  1 row names nothing that goes with a product, and was passed over.\n1 draft would be made.',
    )
    expect(await rules('import', tabs, '--shop', DEV, '--delimiter', 'x')).toEqual({
      code: 1,
      said: expect.stringContaining('--delimiter semicolon'),
    })
  })

  it('reports no cell that a spreadsheet would take for a formula, and says nothing that a terminal obeys', async () => {
    const bad = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', 'x;=1+1']
    const rowsOf = bad.map((cell) => `"${cell}",toy-1`)
    const file = write('formulas.csv', `handle,offer,"\u001b[2Jnote"\n${rowsOf.join('\n')}\n`)
    const report = at('formulas-report.csv')
    const { said } = await rules('import', file, '--shop', DEV, '--preview', '--report', report)
    expect(said).toContain('[2Jnote')
    expect(said).not.toContain('\u001b')
    const lines = readFileSync(report, 'utf8').trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(bad.length)
    for (const cell of lines.flatMap((line) => line.split(/[,;]/))) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
  })

  it('is refused in words where it is none', async () => {
    for (const [text, why] of [
      ['colour,size\nred,M\n', 'It has: A: colour, B: size'],
      ['handle,offer\ntoy-1,"x\n', 'From line 2 on the file cannot be read'],
    ] as const)
      expect(await rules('import', write('none.csv', text), '--shop', DEV)).toEqual({ code: 1, said: expect.stringContaining(why) })
    expect(await rules('import', at('nowhere.csv'), '--shop', DEV)).toEqual({ code: 1, said: expect.stringContaining('There is no file') })
    expect(await rows()).toHaveLength(1)
  })
})
