import { expect, it } from 'vitest'
import { ofType } from '../../test/a/rule.ts'
import { NO_BOUNDS } from './bounds.ts'
import { readSettings } from './settings.ts'

it('reads what bounds every slot whole', () => {
  const settings = { exclusion: ofType('Toy'), neverTogether: [{ one: ofType('Toy'), other: ofType('Lamp') }], floor: 500 }
  expect(readSettings(settings)).toEqual({ kind: 'settings', settings })
  expect(readSettings(NO_BOUNDS)).toEqual({ kind: 'settings', settings: NO_BOUNDS })
})

it.each([
  ['floor', { ...NO_BOUNDS, floor: -1 }],
  ['floor', { ...NO_BOUNDS, floor: 90_001 }],
  ['floor', { ...NO_BOUNDS, floor: 0.5 }],
  ['exclusion.kind', { ...NO_BOUNDS, exclusion: { kind: 'colour' } }],
  ['neverTogether', { exclusion: null }],
  ['', { ...NO_BOUNDS, more: 1 }],
  ['', null],
])('refuses with the path of the fault: “%s”', (path, document) => {
  const read = readSettings(document)
  expect(read.kind === 'refused' && read.faults.map((fault) => fault.path)).toContain(path)
})
