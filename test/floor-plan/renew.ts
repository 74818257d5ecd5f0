import { readFileSync, writeFileSync } from 'node:fs'
import { PICTURE, withPicture } from './rooms.ts'

// Run it after files have moved between rooms: `npx node test/floor-plan/renew.ts`.
writeFileSync(PICTURE, withPicture(readFileSync(PICTURE, 'utf8')))
