import { createRequire } from 'node:module'

export const { purePackages } = createRequire(import.meta.url)('./pure-packages.cjs') as { purePackages: readonly string[] }

/** An import that breaks a rule: in the file `from`, of `to` (a file of the tree, a package, or a module of Node's). */
export interface Plant {
  readonly rule: string
  readonly from: string
  readonly to: string
}

const walk =
  'platform commerce shopify queue offers ingest inbox catalog signals models rules slots publish measure copy wording privacy kit pages jobs commands'.split(
    ' ',
  )

/** Each room looks one step forward. */
const forward = walk.slice(0, -1).map((room, step) => ({
  rule: `${room}-never-looks-forward`,
  from: `app/${room}/looks.server.ts`,
  to: `app/${walk[step + 1]}/seen.ts`,
}))

/** One breach of every rule, and of every clause that could be lost without the others noticing. */
export const plants: readonly Plant[] = [
  ...forward,
  { rule: 'publish-never-looks-forward', from: 'app/publish/beside.server.ts', to: 'app/serve/seen.ts' },
  { rule: 'serve-never-looks-forward', from: 'app/serve/beside.server.ts', to: 'app/publish/seen.ts' },
  { rule: 'front-never-looks-forward', from: 'app/front/beside.server.ts', to: 'app/root.tsx' },
  { rule: 'commands-never-looks-forward', from: 'app/commands/beside.ts', to: 'app/routes/seen.ts' },
  { rule: 'routes-never-looks-forward', from: 'app/routes/beside.ts', to: 'app/commands/seen.ts' },
  { rule: 'commerce-never-looks-forward', from: 'app/commerce/far.ts', to: 'app/slots/seen.ts' },
  { rule: 'jobs-never-looks-forward', from: 'app/jobs/framed.ts', to: 'app/root.tsx' },
  { rule: 'the-queue-is-known-in-one-room', from: 'app/jobs/polls.server.ts', to: 'pg-boss' },
  { rule: 'the-queue-is-known-in-one-room', from: 'test/flow/polls.ts', to: 'pg-boss' },
  { rule: 'a-page-knows-no-other-page', from: 'app/pages/home/peeks.tsx', to: 'app/pages/rules/seen.tsx' },
  { rule: 'words-are-chosen-in-one-room', from: 'app/pages/home/speaks.tsx', to: 'app/wording/locales/en.json' },
  { rule: 'no-circles', from: 'app/rules/egg.ts', to: 'app/rules/hen.ts' },
  { rule: 'no-unresolvable', from: 'app/rules/lost.ts', to: 'app/rules/never-written.ts' },
  { rule: 'pure-stays-pure', from: 'app/slots/asks-database.ts', to: 'app/slots/store.server.ts' },
  { rule: 'pure-stays-pure', from: 'app/slots/takes-package.ts', to: 'pg' },
  { rule: 'pure-stays-pure', from: 'app/serve/reads-clock.ts', to: 'lru-cache' },
  // Names that are like one on the list.
  { rule: 'pure-stays-pure', from: 'app/rules/goes-on.ts', to: 'zod-to-json' },
  { rule: 'pure-stays-pure', from: 'app/rules/has-no-dot.ts', to: 'ipaddr-js' },
  { rule: 'pure-stays-pure', from: 'app/rules/is-beside.ts', to: '@noble/curves' },
  { rule: 'pure-knows-no-node', from: 'app/models/reads-disk.ts', to: 'node:fs' },
  { rule: 'frameworks-stay-at-the-doors', from: 'app/jobs/draws.ts', to: 'react' },
  { rule: 'frameworks-stay-at-the-doors', from: 'app/signals/routes.server.ts', to: '@remix-run/node' },
  { rule: 'frameworks-stay-at-the-doors', from: 'app/publish/polishes.server.ts', to: '@shopify/polaris' },
  { rule: 'the-storefront-door-is-light', from: 'app/serve/door.server.ts', to: 'app/serve/heavy.server.ts' },
  { rule: 'extensions-know-four-rooms', from: 'extensions/theme-blocks/greedy.ts', to: 'app/rules/seen.ts' },
  { rule: 'extensions-know-four-rooms', from: 'extensions/theme-blocks/serves.ts', to: 'app/serve/seen.ts' },
  { rule: 'the-simulator-knows-no-app', from: 'test/simulator/peeks.ts', to: 'app/commerce/seen.ts' },
  { rule: 'the-app-knows-no-test', from: 'app/jobs/pretends.ts', to: 'test/simulator/seen.ts' },
  { rule: 'the-app-knows-no-test', from: 'server.ts', to: 'test/simulator/seen.ts' },
  { rule: 'tests-beside-know-only-builders', from: 'app/rules/grand.test.ts', to: 'test/simulator/seen.ts' },
  { rule: 'only-commands-prepare-databases', from: 'app/jobs/migrates.ts', to: 'prisma/migrate.ts' },
  { rule: 'production-needs-no-tools', from: 'app/jobs/brings-tools.ts', to: 'vitest' },
]

/** Imports that must stay allowed, or the rules above would be worth nothing. */
export const allowed: readonly Omit<Plant, 'rule'>[] = [
  { from: 'app/rules/looks-back.ts', to: 'app/commerce/seen.ts' },
  ...purePackages.map((to, nth) => ({ from: `app/rules/reads-${nth}.ts`, to })),
  { from: 'app/serve/caches.server.ts', to: 'lru-cache' },
  { from: 'app/rules/store.server.ts', to: 'app/shopify/shopify.server.ts' },
  { from: 'app/shopify/shopify.server.ts', to: '@shopify/shopify-app-remix' },
  { from: 'app/queue/works.server.ts', to: 'pg-boss' },
  { from: 'app/routes/page.tsx', to: 'react' },
  { from: 'app/pages/home/draws.tsx', to: 'app/pages/home/seen.tsx' },
  { from: 'app/measure/judges.ts', to: 'app/serve/wire.ts' },
  { from: 'app/rules/small.test.ts', to: 'vitest' },
  { from: 'app/rules/built.test.ts', to: 'test/a/product.ts' },
  { from: 'extensions/theme-blocks/modest.ts', to: 'app/serve/wire.ts' },
  { from: 'extensions/bundle-discount/arms.ts', to: 'app/slots/arm/arm.ts' },
  { from: 'test/flow/all.ts', to: 'app/jobs/seen.ts' },
  { from: 'app/commands/prepares.ts', to: 'prisma/migrate.ts' },
]

/** What the imports above lead to: file → what that file imports in turn. */
export const ends: Readonly<Record<string, string>> = {
  'app/rules/hen.ts': 'app/rules/egg.ts',
  'app/serve/heavy.server.ts': 'app/shopify/shopify.server.ts',
}

/** Left out on purpose. */
export const missing: ReadonlySet<string> = new Set(['app/rules/never-written.ts'])
