import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { defineConfig } from 'prisma/config'

const nameType = 19
const nameListType = 1003
const textType = 25
const textListType = 1009

/** The schema engine inside the npm package cannot read columns of PostgreSQL's type `name`: they are handed over as text. */
class NamesAsText extends pg.Pool {
  // @ts-expect-error One signature stands for pg's many: the engine only ever awaits the result.
  override async query(...args: Parameters<pg.Pool['query']>): Promise<pg.QueryResult> {
    const result = (await super.query(...args)) as unknown as pg.QueryResult
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === nameType) field.dataTypeID = textType
      if (field.dataTypeID === nameListType) field.dataTypeID = textListType
    }
    return result
  }
}

// The engine that ships inside npm: the default one would be downloaded at every start.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  experimental: { adapter: true },
  engine: 'js',
  adapter: () => Promise.resolve(new PrismaPg(new NamesAsText({ connectionString: process.env['DATABASE_URL'] }))),
})
