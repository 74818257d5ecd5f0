import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_ROW, MOST_ROWS } from './bounds.ts'
import { csvRows, type BrokenCsv, type CsvRow } from './csv-rows.ts'

async function rowsOf(...parts: string[]): Promise<(CsvRow | BrokenCsv)[]> {
  const rows: (CsvRow | BrokenCsv)[] = []
  for await (const row of csvRows(arriving(parts))) rows.push(row)
  return rows
}
async function* arriving(parts: readonly string[]): AsyncGenerator<string> {
  for (const part of parts) yield await Promise.resolve(part)
}
const cellsOf = async (...parts: string[]) => (await rowsOf(...parts)).map((row) => (row.kind === 'row' ? row.cells : row))

describe('csvRows', () => {
  it.each([',', ';', '\t', '|'])('reads what was written with “%s”, however it arrives', async (delimiter) => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ',', ';', '\t', '|', '"', ' ', 'ü') }),
      fc.constantFrom('two\nlines', 'two\r\nlines'),
    )
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(40)),
        fc.boolean(),
        async (rows, end, cuts, isMarked) => {
          const header = ['handle', 'offer'].join(delimiter)
          const text = `${isMarked ? '\uFEFF' : ''}${[header, ...rows.map((row) => row.map(quoted).join(delimiter))].join(end)}${end}`
          const parts = [...cuts, text.length].map((cut, at, all) => {
            const from = all.slice(0, at).reduce((sum, one) => sum + one, 0)
            return text.slice(from, from + cut)
          })
          expect(await cellsOf(...parts)).toEqual([['handle', 'offer'], ...rows.map((row) => row.map((one) => one.trim()))])
        },
      ),
    )
  })

  it('counts lines as an editor does, and leaves blank ones out', async () => {
    expect(await rowsOf('a,b\n\n"x\ny",1\r\n  \r\nlast,2')).toEqual([
      { kind: 'row', line: 1, cells: ['a', 'b'] },
      { kind: 'row', line: 3, cells: ['x\ny', '1'] },
      { kind: 'row', line: 6, cells: ['last', '2'] },
    ])
  })

  it('takes a quote in a bare cell for an inch', async () => {
    expect(await cellsOf('a,b\n13" sleeve,laptop-13"\n"x" ,y\n')).toEqual([
      ['a', 'b'],
      ['13" sleeve', 'laptop-13"'],
      ['x', 'y'],
    ])
  })

  it('ends where it cannot go on', async () => {
    expect((await rowsOf('a,b\nx,"y\nz,1\n')).at(-1)).toEqual({ kind: 'broken', line: 2, why: 'quote-never-ends' })
    expect((await rowsOf('a,b\n', 'x'.repeat(100_001))).at(-1)).toEqual({ kind: 'broken', line: 2, why: 'row-too-long' })
    expect(await rowsOf('')).toEqual([])
  })

  it('gives the same rows of any text, and breaks off at the same place, however it arrives', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '""', '\n', '\r', '\r\n', ' ', '\uFFFD', '\uFEFF'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, most) => {
        const parts = Array.from({ length: Math.ceil(whole.length / most) }, (_, nth) => whole.slice(nth * most, (nth + 1) * most))
        expect(await rowsOf(...parts)).toEqual(await rowsOf(whole))
      }),
    )
  })

  it('ends at a row that is too long, however it arrives, and not at the longest', async () => {
    const longest = 'x'.repeat(LONGEST_ROW)
    for (const parts of [[`a\n${longest}y\nb`], ['a\n', longest, 'y', '\nb']])
      expect((await rowsOf(...parts)).at(-1)).toEqual({ kind: 'broken', line: 2, why: 'row-too-long' })
    expect(await cellsOf(`a\n${longest}\nb`)).toEqual([['a'], [longest], ['b']])
    expect((await rowsOf(`a\n"${'x\n'.repeat(LONGEST_ROW)}`)).at(-1)).toEqual({ kind: 'broken', line: 2, why: 'row-too-long' })
  })

  it('ends where there are more rows than a file may have, and says so', async () => {
    const most = 'x\n'.repeat(MOST_ROWS)
    expect(await rowsOf(most)).toHaveLength(MOST_ROWS)
    expect(await rowsOf(`${most}\n\n`)).toHaveLength(MOST_ROWS)
    expect((await rowsOf(`${most}x`)).at(-1)).toEqual({ kind: 'broken', line: MOST_ROWS + 1, why: 'too-many-rows' })
  })
})
