import pg from 'pg'
import ts from 'typescript'
import type { Column } from './described.ts'

/** What a column's value is once it has arrived. */
type Arrived = 'number' | 'string' | 'boolean' | 'date' | 'bytes' | 'anything' | { readonly of: Arrived }

const { builtins } = pg.types
/** As `pg` reads them, whole numbers of 64 bits as numbers too (app/platform/db.server.ts). */
const ARRIVED: Readonly<Record<number, Arrived>> = {
  ...each('number', builtins.INT2, builtins.INT4, builtins.INT8, builtins.FLOAT4, builtins.FLOAT8, builtins.OID),
  ...each('boolean', builtins.BOOL),
  ...each('date', builtins.DATE, builtins.TIMESTAMP, builtins.TIMESTAMPTZ),
  ...each('bytes', builtins.BYTEA),
  ...each('anything', builtins.JSON, builtins.JSONB, builtins.INTERVAL),
  // Lists of: truth values, texts of two kinds, numbers of 16, 32 and 64 bits and with a point.
  ...each({ of: 'boolean' }, 1_000),
  ...each({ of: 'string' }, 1_009, 1_015, 2_951),
  ...each({ of: 'number' }, 1_005, 1_007, 1_021, 1_022),
  // Without a reader of its own `pg` gives these as texts.
  ...each({ of: 'string' }, 1_016),
  ...each({ of: 'anything' }, 199, 3_807),
}

function each(arrived: Arrived, ...types: readonly number[]): Record<number, Arrived> {
  return Object.fromEntries(types.map((type) => [type, arrived]))
}

/** How a row's type in the source differs from what PostgreSQL answers; nothing where it does not. */
export function rowFaults(
  row: ts.Type,
  columns: readonly Column[],
  { checker, isNullable }: { readonly checker: ts.TypeChecker; readonly isNullable: (column: Column) => boolean },
): string[] {
  return row.getProperties().flatMap((property) => {
    const column = columns.findLast(({ name }) => name === property.name)
    if (!column) return [`there is no column ${property.name}`]
    const type = checker.getTypeOfSymbol(property)
    const present = checker.getNonNullableType(type)
    const arrived = ARRIVED[column.dataTypeID] ?? 'string'
    return [
      ...(isLike(present, arrived, checker)
        ? []
        : [`${property.name} arrives as ${JSON.stringify(arrived)}, not as ${checker.typeToString(type)}`]),
      ...(isNullable(column) && present === type && !isAnything(type) ? [`${property.name} may be null`] : []),
    ]
  })
}

function isLike(type: ts.Type, arrived: Arrived, checker: ts.TypeChecker): boolean {
  if (arrived === 'anything' || isAnything(type)) return true
  if (typeof arrived === 'object') {
    const element = checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined
    return element !== undefined && isLike(checker.getNonNullableType(element), arrived.of, checker)
  }
  switch (arrived) {
    case 'number':
      return checker.isTypeAssignableTo(type, checker.getNumberType())
    case 'string':
      return checker.isTypeAssignableTo(type, checker.getStringType())
    case 'boolean':
      return checker.isTypeAssignableTo(type, checker.getBooleanType())
    case 'date':
      return type.symbol?.name === 'Date'
    case 'bytes':
      return ['Buffer', 'Uint8Array'].includes(type.symbol?.name ?? '')
    default:
      return arrived satisfies never
  }
}

const isAnything = ({ flags }: ts.Type) => (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
