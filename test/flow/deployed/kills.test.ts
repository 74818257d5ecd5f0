import { expect, it } from 'vitest'
import { surviveKills } from '../../running/under-kills.ts'

it('web process, worker and PostgreSQL are killed in any order under load: all of it comes back, and nothing is lost or doubled', async () => {
  const survived = await surviveKills({ folder: '.data/test-logs/kills', seed: 'kills', events: 1_500, kills: 6 })
  expect(survived.kills).toEqual({ 'server.ts': 2, 'worker.ts': 2, 'postgres -D': 2 })
  expect(survived.examples).toEqual([])
  expect(survived).toMatchObject({ lost: 0, doubled: 0, code: 0 })
  expect(survived.answered).toBeGreaterThan(0)
})
