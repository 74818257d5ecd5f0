import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { atEnd } from './at-end.ts'

/**
 * A database of the test file's own, migrated and without rows; dropped after its last test. Resolves to its connection
 * string. For files of the projects `flow` and `e2e`.
 */
export async function aDatabase({ migrated = true } = {}): Promise<string> {
  const name = `tandem_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${migrated ? inject('templateDatabase') : 'template0'}`)
  atEnd(() => onServer(`drop database if exists ${name} with (force)`))
  const url = new URL(inject('testServer'))
  url.pathname = `/${name}`
  return url.href
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('testServer') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
