import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'smol-toml'

const CLI = resolve('node_modules/@shopify/cli')
const FOLDER = resolve('.data/shopify-cli')
/** What Shopify's CLI reads of an app, with the rooms that extensions import. It writes beside it, so it is given a copy. */
const READS = [
  'package.json',
  'shopify.app.toml',
  'shopify.web.toml',
  'tsconfig.json',
  'extensions',
  'app/commerce',
  'app/offers',
  'app/slots',
]

/**
 * What Shopify's own CLI holds against the app in this folder, in its words; undefined where it builds the app and every
 * extension. It logs in nowhere and asks nobody. `plant` changes the copy that it is given.
 */
export async function judgeApp(plant: (folder: string) => void = () => {}, environment: Record<string, string> = {}) {
  mkdirSync(FOLDER, { recursive: true })
  // Within the clone, so that an extension finds the packages that it imports.
  const folder = mkdtempSync(join(FOLDER, 'app-'))
  try {
    for (const path of READS) cpSync(path, join(folder, path), { recursive: true })
    plant(folder)
    return faultIn(folder, await build(folder, environment))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Built {
  readonly code: number
  readonly said: string
}

/** The CLI ends well where theme-check finds errors, and passes over an extension whose type it does not know. */
function faultIn(folder: string, { code, said }: Built): string | undefined {
  if (code !== 0 || /\[(error|warning)\]:/.test(said)) return said
  const heard = new Set([...said.matchAll(/^\s*(\S+) │/gm)].map(([, name]) => name))
  const wanted = globSync('extensions/*/shopify.extension.toml', { cwd: folder }).flatMap((path) => {
    const { extensions } = parse(readFileSync(join(folder, path), 'utf8')) as { extensions?: readonly unknown[] }
    return extensions ?? [path]
  })
  return heard.size < wanted.length ? `${said}\nOf ${wanted.length} extensions it has built ${heard.size}.` : undefined
}

async function build(folder: string, environment: Record<string, string>): Promise<Built> {
  const home = mkdtempSync(join(FOLDER, 'home-'))
  try {
    noteNewest(join(home, 'config'))
    const places = Object.fromEntries(
      ['config', 'cache', 'data', 'state'].map((name) => [`XDG_${name.toUpperCase()}_HOME`, join(home, name)]),
    )
    const child = spawn(process.execPath, [join(CLI, 'bin/run.js'), 'app', 'build', '--skip-dependencies-installation', '--no-color'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        ...places,
        CI: '1',
        SHOPIFY_CLI_NO_ANALYTICS: '1',
        NODE_ENV: 'production',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const [code] = (await once(child, 'close')) as [number]
    return { code, said }
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** It asks npm's registry for a newer one of itself unless it has done so of late, and fails where nobody answers. */
function noteNewest(folder: string): void {
  const { version } = JSON.parse(readFileSync(join(CLI, 'package.json'), 'utf8')) as { version: string }
  const place = join(folder, 'shopify-cli-kit-nodejs')
  mkdirSync(place, { recursive: true })
  const cache = { 'npm-package-@shopify/cli': { value: version, timestamp: Date.now() } }
  writeFileSync(join(place, 'config.json'), JSON.stringify({ cache }))
}
