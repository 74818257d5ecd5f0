import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const linesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, line]) => line!)

it('each RUN is a line of the script that runs without Docker, in its order', () => {
  const script = readFileSync('deploy/image.sh', 'utf8').replace('"$FOLDER"', '/laid-out')
  expect(linesOf(dockerfile, /^RUN (.+)$/gm)).toEqual(linesOf(script, /^((?:npm|node) .+)$/gm))
})

it('what runs is not root, keeps what it writes in one volume, and holds nothing that only builds', () => {
  const runs = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  expect(linesOf(runs, /^USER (\d+):\d+$/gm).map(Number)[0]).toBeGreaterThan(0)
  expect(linesOf(runs, /^VOLUME (.+)$/gm)).toEqual(['/data'])
  expect(runs).toContain('SNAPSHOT_FOLDER=/data/')
  expect(runs).not.toMatch(/^RUN|npm/m)
})

it('health check and entry are files that are laid out', () => {
  const laidOut = readFileSync('deploy/lay-out.ts', 'utf8')
  for (const file of linesOf(dockerfile, /"node", "([^"]+)"/g))
    expect([file, existsSync(file), laidOut.includes(`'${file}'`)]).toEqual([file, true, true])
})

it('nothing secret, installed or built gets into the image from here', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
  for (const name of ['.git', '.env', '.data', 'node_modules', 'build']) expect(ignored).toContain(name)
})
