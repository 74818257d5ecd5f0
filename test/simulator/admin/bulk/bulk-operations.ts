import { randomBytes } from 'node:crypto'

export interface BulkOperation {
  readonly id: number
  /** Unguessable name of the result file: whoever knows the address may read it. */
  readonly token: string
  readonly query: string
  readonly createdAt: string
  status: 'CREATED' | 'RUNNING' | 'CANCELING' | 'CANCELED' | 'COMPLETED' | 'EXPIRED' | 'FAILED'
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null
  objectCount: number
  rootObjectCount: number
  completedAt: string | null
  /** Null until completed, and for a result without objects. */
  url: string | null
  /** Of what failed, as far as it came. */
  partialDataUrl: string | null
  fileSize: number | null
  /** Told when it is cancelled. */
  readonly canceling: AbortController
}

export interface BulkOperations {
  /** Oldest first. */
  readonly all: () => readonly BulkOperation[]
  /** Undefined when as many as Shopify allows are under way. */
  readonly add: (query: string, now: Date) => BulkOperation | undefined
  /** Whether there was something to cancel. */
  readonly cancel: (id: number) => boolean
  readonly clear: () => void
}

const AT_ONCE = 5

export function isUnderWay({ status }: BulkOperation): boolean {
  return status === 'CREATED' || status === 'RUNNING' || status === 'CANCELING'
}

function cancel(operation: BulkOperation): void {
  operation.status = 'CANCELING'
  operation.canceling.abort()
}

export function openBulkOperations(): BulkOperations {
  let operations: BulkOperation[] = []
  let lastId = 300
  return {
    all: () => operations,
    add(query, now) {
      if (operations.filter(isUnderWay).length >= AT_ONCE) return undefined
      const operation: BulkOperation = {
        id: ++lastId,
        token: randomBytes(16).toString('hex'),
        query,
        createdAt: now.toISOString(),
        status: 'CREATED',
        errorCode: null,
        objectCount: 0,
        rootObjectCount: 0,
        completedAt: null,
        url: null,
        partialDataUrl: null,
        canceling: new AbortController(),
        fileSize: null,
      }
      operations.push(operation)
      return operation
    },
    cancel(id) {
      const operation = operations.find((one) => one.id === id)
      if (!operation || !isUnderWay(operation)) return false
      cancel(operation)
      return true
    },
    clear() {
      for (const operation of operations) if (isUnderWay(operation)) cancel(operation)
      operations = []
    },
  }
}
