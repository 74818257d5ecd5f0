import { readFileSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { beforeAll, expect, it, vi } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const read = (path: string) => readFileSync(path, 'utf8')
const REQUIRED = {
  DATABASE_URL: 'postgresql://tandem@localhost/tandem',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'a-secret-that-is-long-enough',
  SHOPIFY_APP_URL: 'https://tandem.example.com',
  TOKEN_KEY: 'ab'.repeat(32),
}
/** What only a local shop is told. */
const LOCAL = ['LOCAL_SHOP_URL', 'APP_BRIDGE_URL']

/** The settings that there are, as the schema names them, and what they are when nobody says. */
const known = [...read('app/platform/env.server.ts').matchAll(/^ {4}([A-Z_]+): /gm)]
  .map(([, name]) => name!)
  .filter((name) => !LOCAL.includes(name))
let unsaid: Readonly<Record<string, unknown>>
beforeAll(async () => {
  for (const [name, value] of Object.entries(REQUIRED)) vi.stubEnv(name, value)
  const { readEnv } = await import('#app/platform/env.server.ts')
  unsaid = readEnv(REQUIRED)
})

const example = [...read('.env.example').matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)].map(([, hash, name, value]) => ({
  name: name!,
  value: value!,
  isUnsaid: hash !== undefined,
}))

it('.env.example explains each setting, and no other', () => {
  expect(example.map(({ name }) => name).sort()).toEqual([...known, 'POSTGRES_PASSWORD'].sort())
  expect(example.filter(({ isUnsaid }) => !isUnsaid).map(({ name }) => name)).toEqual([
    ...['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'SHOPIFY_APP_URL', 'TOKEN_KEY', 'POSTGRES_PASSWORD'],
  ])
})

it('.env.example says what holds where a setting is left out', () => {
  for (const { name, value } of example.filter(({ name }) => unsaid[name] !== undefined && !(name in REQUIRED)))
    expect([name, value]).toEqual([name, String(unsaid[name])])
})

it('README names each setting', () => {
  for (const name of known.filter((name) => name !== 'NODE_ENV')) expect(read('README.md')).toContain(`\`${name}\``)
})

interface Place {
  readonly what: string
  readonly says: readonly string[]
}

/** What each way of deploying tells each process, beside what a secret of it holds: all that .env names. */
function places(): Place[] {
  const { services } = parse(read('compose.yaml'), { merge: true }) as {
    services: Readonly<Record<'migrate' | 'web' | 'worker', { readonly environment: object }>>
  }
  const fly = parseToml(read('fly.toml')) as { env: object }
  const render = parse(read('render.yaml')) as { services: { name: string; envVars: { key: string }[] }[] }
  const pods = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS() as Deployment)
  return [
    ...(['migrate', 'web', 'worker'] as const).map((what) => ({
      what,
      says: [...Object.keys(REQUIRED), ...Object.keys(services[what].environment)],
    })),
    { what: 'fly', says: [...Object.keys(REQUIRED), ...Object.keys(fly.env)] },
    ...render.services.map(({ name, envVars }) => ({ what: name, says: envVars.map(({ key }) => key) })),
    ...pods
      .flatMap(({ spec }) => containersOf(spec))
      .map(({ name, env }) => ({ what: name, says: [...Object.keys(REQUIRED), ...env.map((one) => one.name)] })),
  ]
}

const containersOf = ({ template }: Deployment['spec']) => (template ? template.spec.containers : [])

interface Deployment {
  readonly spec: {
    readonly template?: { readonly spec: { readonly containers: { readonly name: string; readonly env: { readonly name: string }[] }[] } }
  }
}

it('each way of deploying tells its processes what they need, and nothing that they do not know', () => {
  for (const { what, says } of places()) {
    expect([what, says.filter((name) => !known.includes(name))]).toEqual([what, []])
    expect([what, Object.keys(REQUIRED).filter((name) => !says.includes(name))]).toEqual([what, []])
  }
})

it('npm tells what it has started to end: no shell stands between the two, which would keep that to itself', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
  expect(scripts.start).toMatch(/^exec node /)
})

it('each way of deploying runs the image’s commands, migrates first and asks for its health', () => {
  for (const file of ['compose.yaml', 'fly.toml', 'render.yaml', 'deploy/kubernetes.yaml']) {
    const text = read(file).replace(/, /g, ' ')
    for (const command of ['web', 'worker', 'migrate'])
      expect([file, command, text.includes(`node deploy/run.ts ${command}`)]).toEqual([file, command, true])
    if (file !== 'compose.yaml') expect([file, text.includes('/healthz')]).toEqual([file, true])
  }
})
