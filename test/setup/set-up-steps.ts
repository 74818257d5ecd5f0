import { existsSync } from 'node:fs'
import { runQuietly } from './run.ts'

/** A piece of set-up that need not be repeated while its inputs are the same. */
export interface SetUpStep {
  readonly name: string
  /** One line for the terminal, said only when the step runs. */
  readonly says: string
  /** Globs of the files it reads. */
  readonly inputs: readonly string[]
  /** Narrows the inputs to files that hold this text. */
  readonly onlyFilesWith?: string
  readonly outputs: readonly string[]
  /** Resolves to an exit code. */
  readonly work: () => Promise<number>
}

export const fetchSchema: SetUpStep = {
  name: 'schema',
  says: 'Fetching Shopify’s schemas …',
  inputs: ['test/simulator/admin/fetch-schema.ts'],
  outputs: [
    '.data/schemas/admin_2026-07.json.gz',
    '.data/schemas/customer_2026-07.json.gz',
    '.data/schemas/functions_discount_2026-07.json.gz',
    '.data/schemas/storefront-graphql_2026-07.json.gz',
  ],
  work: () => runQuietly('test/simulator/admin/fetch-schema.ts'),
}

export const generateClient: SetUpStep = {
  name: 'database-client',
  says: 'Generating the database client …',
  inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
  outputs: ['app/generated/prisma/client.ts'],
  // Without any URL Prisma cannot read the schema, takes the engine for a native one and tries to download it.
  work: () =>
    runQuietly('node_modules/prisma/build/index.js', ['generate', '--no-hints'], {
      DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
}

export const generateTypes: SetUpStep = {
  name: 'graphql-types',
  says: 'Checking the GraphQL documents and generating their types …',
  inputs: ['.graphqlrc.ts', 'app/**/*.{ts,tsx}', 'package-lock.json'],
  onlyFilesWith: 'graphql',
  outputs: ['app/generated/admin.types.d.ts', 'app/generated/admin.generated.d.ts'],
  work: () => runQuietly('test/setup/generate-types.ts'),
}

export const buildApp: SetUpStep = {
  name: 'app',
  says: 'Building the app …',
  inputs: [
    'app/**/*.{ts,tsx,css,json}',
    'public/**',
    'vite.config.ts',
    'compress-assets.ts',
    'without-json-schemas.ts',
    'styles/*.ts',
    'package-lock.json',
  ],
  outputs: ['build/server/index.js', 'build/client'],
  work: () => (existsSync('vite.config.ts') ? runQuietly('node_modules/@remix-run/dev/dist/cli.js', ['vite:build']) : Promise.resolve(0)),
}
