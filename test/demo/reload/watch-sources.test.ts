import { expect, it } from 'vitest'
import { isRunByNode } from './watch-sources.ts'

it.each(['server.ts', 'worker.ts', 'app/platform/env.server.ts', 'app/rules/lint/lint.ts', 'app/wording/locales/en.json'])(
  'web process and worker are replaced for %s',
  (path) => expect(isRunByNode(path)).toBe(true),
)

it.each([
  ['a test', 'app/rules/lint/lint.test.ts'],
  ['a page', 'app/pages/home/route.tsx'],
  ['what a page alone reads', 'app/pages/home/home.server.ts'],
  ['a piece of the kit', 'app/kit/use-time.ts'],
  ['the frame', 'app/root.tsx'],
  ['an editor’s own file', 'app/platform/.env.server.ts.swp'],
  ['a process that is not theirs', 'admin.ts'],
])('but not for %s', (_, path) => expect(isRunByNode(path)).toBe(false))
