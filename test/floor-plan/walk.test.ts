import { globSync, readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { PICTURE, walk, walkInWords, withPicture } from './rooms.ts'

test.each(['README.md', PICTURE])('%s walks through the rooms in the order of the floor plan', (page) => {
  expect(readFileSync(page, 'utf8')).toContain(`\`${walkInWords}\``)
})

test('the README names every room once, in that order', () => {
  const named = [...readFileSync('README.md', 'utf8').matchAll(/^ {2}([a-z]+)\/ {2,}\S/gm)].map(([, room]) => room)
  const standing = walk.flat().filter((room) => globSync(`app/${room}/**/*.ts`).length > 0)
  expect(named.filter((room) => walk.flat().includes(room!))).toEqual(standing)
})

test('the picture of the rooms is of today’s imports (npx node test/floor-plan/renew.ts draws it anew)', async () => {
  const page = readFileSync(PICTURE, 'utf8')
  const settings = { ...(await resolveConfig(PICTURE)), filepath: PICTURE }
  expect(page).toBe(await format(withPicture(page), settings))
})
