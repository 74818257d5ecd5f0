import { expect, it } from 'vitest'
import { keepUsedRules } from './keep-used-rules.ts'

const used = new Set(['Polaris-A', 'Polaris-A__b'])

it.each([
  ['a rule of a class that is used', '.Polaris-A{color:red}', '.Polaris-A{color:red}'],
  ['none of one that is not', 'p{x:y}.Polaris-B{color:red}', 'p{x:y}'],
  ['none that wants both', '.Polaris-A .Polaris-B{color:red}', ''],
  ['of several selectors those that may match', '.Polaris-B,.Polaris-A:hover,p{color:red}', '.Polaris-A:hover,p{color:red}'],
  [
    'what must not be of a class',
    '.Polaris-A:not(.Polaris-B, :is(.Polaris-C)){color:red}',
    '.Polaris-A:not(.Polaris-B, :is(.Polaris-C)){color:red}',
  ],
  ['one of several ways', ':is(.Polaris-A__b, .Polaris-B) a{color:red}', ':is(.Polaris-A__b, .Polaris-B) a{color:red}'],
  ['no class for one whose name it begins with', '.Polaris-A__c{color:red}', ''],
  [
    'at-rules with what is used in them',
    '@media (min-width:1px){@supports (x:y){.Polaris-A{color:red}}.Polaris-B{color:red}}',
    '@media (min-width:1px){@supports (x:y){.Polaris-A{color:red}}}',
  ],
  ['no empty ones', '@media print{.Polaris-B{color:red}}', ''],
  ['animations and statements', '@charset "UTF-8";@keyframes turn{to{x:y}}', '@charset "UTF-8";@keyframes turn{to{x:y}}'],
  ['braces in quotes', `.Polaris-A{background:url("data:{;}")}.Polaris-B{x:'}'}i{x:y}`, `.Polaris-A{background:url("data:{;}")}i{x:y}`],
])('keeps %s', (_, css, kept) => expect(keepUsedRules(css, used)).toBe(kept))

it('says so where a block does not end', () => expect(() => keepUsedRules('.Polaris-A{', used)).toThrow('does not end'))
