/**
 * Runs one of the project's tasks (`node start.mjs demo`) on any Node from 20 on, straight from a fresh clone. It needs no
 * package: it installs them where they are missing or old, then hands over to the Node 24 that comes with them.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @type {(line: string) => never} */
function giveUp(line) {
  console.error(line)
  process.exit(1)
}

/** @type {(file: string) => Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
}

/** npm writes what it installed, in the lock file's own form, as the last thing of an installation. */
function packagesStand() {
  if (!existsSync(node24) || !existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    const found = installed[path]
    if (path === '' || (!found && (wanted.optional || wanted.devOptional))) return true
    return found?.version === wanted.version && found?.integrity === wanted.integrity
  })
}

/** @type {(said: string) => string} */
function whyInstallFailed(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(said))
    return 'The packages could not be fetched: the registry cannot be reached. Check the network, then run the same command again.'
  if (/EACCES|EPERM|EROFS/.test(said))
    return `The packages could not be written to ${join(root, 'node_modules')}. Give this user write permission there.`
  if (/ENOSPC/.test(said)) return 'The packages could not be written: the disk is full. About 1.5 GB are needed.'
  return `${said.trim()}\nThe packages could not be installed; npm's own words are above.`
}

async function installPackages() {
  const all = Object.keys(packagesOf('package-lock.json')).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)).length
  console.log(`Installing about ${all} packages. Needed once; it takes a minute or two.`)
  const began = Date.now()
  const progress = setInterval(() => console.log(`  still installing, ${Math.round((Date.now() - began) / 1000)} s …`), 15_000)
  // Started from `npm run`, this process may already be the Node 24 that is about to be replaced: npm runs on its own Node.
  const npm = process.env['npm_execpath']
  const [command, first] = npm?.endsWith('.js') ? [process.env['npm_node_execpath'] ?? process.execPath, [npm]] : ['npm', []]
  const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.once('error', (error) => resolve((said += error.message))).once('close', resolve))
  clearInterval(progress)
  if (code !== 0) giveUp(whyInstallFailed(said))
  if (!existsSync(node24))
    giveUp(`There is no Node 24 for ${process.platform} on ${process.arch} among the packages. Use Linux or macOS on x64 or arm64.`)
}

/**
 * A signal may reach this process alone, so each is passed on; hearing Ctrl-C twice does the child no harm. However this process ends, the
 * loss of its channel ends the child.
 */
function handOver() {
  const child = spawn(node24, [join('test', 'setup', 'run-task.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

if (Number(process.versions.node.split('.')[0]) < 20) giveUp(`Node ${process.versions.node} is too old: install Node 20 or newer.`)
try {
  accessSync(root, constants.W_OK)
} catch {
  giveUp(`The folder ${root} cannot be written to. Give this user write permission there, or clone it elsewhere.`)
}
if (!packagesStand()) await installPackages()
handOver()
