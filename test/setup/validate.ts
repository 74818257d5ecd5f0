import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { run, runQuietly } from './run.ts'

/** Answers that follow from the texts alone are kept, until packages change; what the linter says of a file follows from others too. */
const KEPT = `.data/guards/${createHash('sha256').update(readFileSync('package-lock.json')).digest('hex').slice(0, 8)}`
const format = ['--check', '--cache', '--cache-strategy', 'content', '--cache-location', `${KEPT}/format`, '--log-level', 'warn', '.']
const types = ['--noEmit', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', `${KEPT}/types`]

const guards: readonly { readonly name: string; readonly script: string; readonly args: readonly string[] }[] = [
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: types },
  { name: 'types of the pure files', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.core.json'] },
  {
    name: 'types of the checkout’s blocks',
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '-p', 'extensions/checkout-offers'],
  },
  { name: 'types of the admin’s block', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'extensions/admin-blocks'] },
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: format },
  { name: 'nothing unused', script: 'node_modules/knip/bin/knip.js', args: ['--no-config-hints'] },
]

/** Everything that must hold, in one list: the guards, two at a time, then the tests. Ends with a line `N passed, N failed`. */
export async function validate(): Promise<number> {
  const counted = { passed: 0, failed: 0 }
  const waiting = [...guards]
  const look = async () => {
    for (let guard; (guard = waiting.shift());) {
      const code = await runQuietly(guard.script, guard.args)
      console.log(`${code === 0 ? '✓' : '✗'} ${guard.name}`)
      counted[code === 0 ? 'passed' : 'failed'] += 1
    }
  }
  await Promise.all([look(), look()])
  const tests = await runTests()
  console.log(`${counted.passed + tests.passed} passed, ${counted.failed + tests.failed} failed`)
  return counted.failed + tests.failed === 0 ? 0 : 1
}

/** A run that fails without a failing test (a file that does not load, a stray rejection) counts as one failure. */
async function runTests(): Promise<{ passed: number; failed: number }> {
  const report = '.data/test-report.json'
  rmSync(report, { force: true })
  const code = await run('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report)
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) }
}

function readReport(path: string): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}
