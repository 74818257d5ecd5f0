import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRow } from './write-csv.ts'

/** A reader by the rules of RFC 4180, but for what parts the cells; what stands behind a closed quote is kept as it is. */
function readCsv(text: string, parting: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, isQuoted, isBegun] = ['', false, false]
  const end = () => {
    rows.at(-1)!.push(cell)
    cell = ''
    isBegun = false
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (isQuoted && char === '"' && text[at + 1] === '"') cell += text[(at += 1)]
    else if (char === '"' && (isQuoted || !isBegun)) [isQuoted, isBegun] = [!isQuoted, true]
    else if (!isQuoted && char === parting) end()
    else if (!isQuoted && char === '\n' && text[at - 1] === '\r') continue
    else if (!isQuoted && /[\r\n]/.test(char)) {
      end()
      rows.push([])
    } else [cell, isBegun] = [cell + char, true]
  }
  return rows.slice(0, -1)
}

const naively = (text: string, parting: string) => text.split(/\r\n|\n|\r/).flatMap((line) => line.split(parting))

const text = fc.string({
  unit: fc.constantFrom('a', '=', '+', '-', '@', '＝', ',', ';', '\t', '|', '"', "'", ' ', '\u00a0', '\r', '\n', '\u2028'),
})
const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })

it('makes no cell that a spreadsheet would take for a formula, whatever it parts cells by', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (table, parting) => {
      const file = table.map(csvRow).join('')
      for (const cell of [...readCsv(file, parting).flat(), ...naively(file, parting)]) {
        expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
        // A quote that opens at the end of one of our lines has the line's end in it.
        expect(cell).not.toMatch(/^ *(\t|\r(?!\n))/)
      }
    }),
    { numRuns: 2_000 },
  )
})

it('keeps every text in its cell, but for what guards it and for breaks', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const bare = (cell: string) => cell.replaceAll("'", '').replace(/\s+/g, ' ')
      expect(readCsv(table.map(csvRow).join(''), ',').map((row) => row.map(bare))).toEqual(table.map((row) => row.map(bare)))
    }),
  )
})

it.each([
  ['=1+1', "'=1+1"],
  ['Lamp;=1+1;', `"Lamp;'=1+1;"`],
  ['Lamp | \t"@SUM(A1)"', `"Lamp |  ""'@SUM(A1)"""`],
  ['a\r\n-1', 'a -1'],
  ['A-4 = B', 'A-4 = B'],
  [-5, '-5'],
  [null, ''],
])('writes %j as it should stand', (cell, line) => {
  expect(csvRow([cell])).toBe(`${line}\r\n`)
})
