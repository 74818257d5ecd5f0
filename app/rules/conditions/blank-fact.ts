import type { Field } from './field.ts'
import { fieldsOf, type Fact } from './kinds.ts'

/** What the form starts with when a merchant chooses the kind: everything still to be filled in. */
export function blankFact(kind: Fact['kind']): Fact {
  return Object.assign({ kind }, ...fieldsOf(kind).map(blankField)) as Fact
}

function blankField(field: Field): object {
  switch (field.kind) {
    case 'products':
    case 'collections':
      return { ids: [] }
    case 'names':
      return { names: [] }
    case 'name':
      return { name: '' }
    case 'range':
      return { atLeast: null, atMost: null }
    case 'days':
      return { days: 30 }
    case 'dates':
      return { from: null, to: null }
    case 'weekdays':
      return { weekdays: [] }
    case 'goods':
      return { of: { kind: 'all', of: [{ kind: 'type', names: [] }] } }
  }
}
