import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { readMutationOptions } from './options.ts'
import { drawing, filesOf, PURE_ROOMS, sample, type PureRoom } from './sample.ts'

const ENOUGH = 0.9
const NOTICED = ['Killed', 'Timeout']
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage']

/**
 * `npm run mutation -- --seed 1 --rooms 4 --files 3`: changes the code of some pure files on purpose, one small change at a time, and runs the tests of
 * the file's room. What no test notices is listed: a person judges whether it changes anything. Ends with one line of JSON.
 */
const { seed, rooms, files } = readMutationOptions(process.argv.slice(2))
const draw = drawing(seed)
const [counted, missed]: [string[], string[]] = [[], []]
for (const room of sample(PURE_ROOMS, rooms, draw)) {
  const chosen = sample(filesOf(room), files, draw)
  console.log(`${room}: ${chosen.join(', ')}`)
  const results = await mutate(room, chosen)
  // Where no test of the room reaches any of them, none is run.
  if (results.length === 0) {
    counted.push(...chosen.map(() => 'NoCoverage'))
    missed.push(...chosen.map((path) => `${path}  no test of ${room} reaches it`))
  }
  for (const { status, fileName, location, replacement } of results) {
    if (!COUNTED.includes(status)) continue
    counted.push(status)
    if (NOTICED.includes(status)) continue
    missed.push(`${relative('.', fileName)}:${location.start.line}  ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}`)
  }
}
for (const one of missed) console.log(`nobody noticed: ${one}`)
const noticed = counted.length === 0 ? 1 : 1 - missed.length / counted.length
const misses = noticed < ENOUGH ? [`${(noticed * 100).toFixed(1)} % noticed before any is judged, not ${ENOUGH * 100} %`] : []
console.log(JSON.stringify({ mutation: seed, figures: { changes: counted.length, noticed }, misses }))

function mutate(room: PureRoom, mutated: readonly string[]) {
  process.env['MUTATED_ROOM'] = room
  return new Stryker({
    mutate: [...mutated],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    allowEmpty: true,
    concurrency: 2,
    reporters: [],
    checkers: [],
    tempDirName: '.data/mutation',
    ignorePatterns: ['.data', 'build'],
    // What can never change anything that is returned: texts of errors and of patterns' names.
    mutator: { excludedMutations: ['StringLiteral'] },
    logLevel: 'error',
    allowConsoleColors: false,
  } as never).runMutationTest()
}
