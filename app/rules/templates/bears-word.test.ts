import { expect, it } from 'vitest'
import { bearing, wordsBesides } from './bears-word.ts'

it.each([
  [['Hülle'], 'HANDYHÜLLE', true],
  [['huelle'], 'Handyhülle', false],
  [['ink'], 'Drinks', false],
  [['ink'], 'Ink – black', true],
  [['batería'], 'Baterias AA', true],
  [['memory card'], 'Memory-Card reader', true],
  [['case'], 'Bookcase', false],
  [['Hülle'], 'Schutzhüllen', true],
  [['pelle'], 'Propellers', false],
  [['phone'], 'Headphones', true],
])('%j in “%s”: %s', (words, name, is) => {
  expect(bearing(words)(name)).toBe(is)
})

it('takes words out of a name', () => {
  expect(wordsBesides(['charger', 'pen'], 'Phone Charger (USB-C) pen')).toEqual(['phone', 'usb', 'c'])
  expect(wordsBesides(['Ladegerät'], 'Handyladegerät')).toEqual(['handy'])
})
