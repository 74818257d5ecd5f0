const { purePackages } = require('./test/floor-plan/pure-packages.cjs')
const { walk } = require('./test/floor-plan/walk.cjs')

/** Rooms whose files are functions of their arguments, but for `*.server.ts`. */
const core = walk
  .slice(
    0,
    walk.findIndex(([room]) => room === 'kit'),
  )
  .flat()
const frame = '^app/(root|routes|entry\\.[a-z]+)\\.tsx?$'
const tests = '\\.test\\.tsx?$'

/** @param {string[]} names */
const inside = (...names) => `^app/(${names.join('|')})/`
/** @param {string[]} names Paths of packages, as prefixes. */
const packages = (...names) => `^node_modules/(${names.join('|')})(/|$)`

const pureFile = { path: inside(...core), pathNot: `\\.server\\.tsx?$|${tests}` }

const neverLooksForward = walk.flatMap((names, step) =>
  names.map((room) => ({
    name: `${room}-never-looks-forward`,
    severity: 'error',
    from: { path: inside(room) },
    to: {
      path: [
        ...walk
          .slice(step)
          .flat()
          .filter((name) => name !== room)
          .map((name) => inside(name)),
        frame,
      ],
    },
  })),
)

const pure = purePackages.map((name) => name.replaceAll('.', '\\.')).join('|')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...neverLooksForward,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-stays-pure',
      comment: 'Only *.server.ts touches the world; every other file of the rooms is a function of its arguments.',
      severity: 'error',
      from: pureFile,
      to: { path: `\\.server\\.tsx?$|^app/generated/prisma/|^node_modules/(?!(${pure})/)` },
    },
    { name: 'pure-knows-no-node', severity: 'error', from: pureFile, to: { dependencyTypes: ['core'] } },
    {
      name: 'frameworks-stay-at-the-doors',
      comment: 'What we know of offers must outlive Remix, React and Polaris.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: `${inside('shopify', 'kit', 'pages', 'routes')}|${frame}`,
      },
      to: { path: packages('@remix-run', 'react', 'react-dom', '@shopify/(?!admin-api-client)[^/]+') },
    },
    {
      name: 'the-queue-is-known-in-one-room',
      comment: 'An upgrade of pg-boss touches app/queue alone.',
      severity: 'error',
      from: { path: '^(app|test)/', pathNot: inside('queue') },
      to: { path: packages('pg-boss') },
    },
    {
      name: 'a-page-knows-no-other-page',
      comment: 'What two pages share is a room or a piece of the kit.',
      severity: 'error',
      from: { path: '^app/pages/([^/]+)/' },
      to: { path: '^app/pages/[^/]+/', pathNot: '^app/pages/$1/' },
    },
    {
      name: 'words-are-chosen-in-one-room',
      comment: 'Which language a merchant reads is decided once, for pages and terminal alike.',
      severity: 'error',
      from: { path: '^app/', pathNot: `${inside('wording')}|${tests}` },
      to: { path: '^app/wording/locales/' },
    },
    {
      name: 'the-storefront-door-is-light',
      comment: 'A shopper never waits for Shopify, a job, the database client or a React tree.',
      severity: 'error',
      from: { path: '^app/serve/door\\.server' },
      to: {
        path: `${inside('shopify', 'queue', 'kit', 'pages', 'jobs')}|^app/platform/db\\.server|${packages('react', 'pg', '@shopify', '@prisma')}`,
        reachable: true,
      },
    },
    {
      name: 'extensions-know-four-rooms',
      comment: 'They run in the theme, the checkout and the functions host: only what is pure and small goes there.',
      severity: 'error',
      from: { path: '^extensions/' },
      to: {
        path: '^(app|test|prisma)/',
        pathNot: `^app/(commerce/|offers/|slots/(arm/arm|arm/comparison-arm|arm/copy-arm|delivery/closers-first|delivery/delivery-for|draw-in-order|drawn-guard|guard-holds|note|visit)\\.ts$|serve/wire)|^test/a/`,
      },
    },
    {
      name: 'the-simulator-knows-no-app',
      comment: 'A mistake shared with the app would cancel out.',
      severity: 'error',
      from: { path: '^test/simulator/' },
      to: { path: '^app/' },
    },
    {
      name: 'the-app-knows-no-test',
      severity: 'error',
      from: { path: '^(app/|(server|worker)\\.ts$)', pathNot: tests },
      to: { path: `^test/|${tests}` },
    },
    {
      name: 'tests-beside-know-only-builders',
      comment: 'What needs a shop, a server or a database is a flow, and lives in test/flow.',
      severity: 'error',
      from: { path: '^app/.*\\.test\\.tsx?$' },
      to: { path: '^test/(?!a/)' },
    },
    {
      name: 'only-commands-prepare-databases',
      severity: 'error',
      from: { path: '^app/', pathNot: inside('commands') },
      to: { path: '^prisma/' },
    },
    {
      name: 'production-needs-no-tools',
      severity: 'error',
      from: { path: '^(app/|(server|worker)\\.ts$)', pathNot: `${tests}|${frame}|${inside('commands')}` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^app/generated/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
}
