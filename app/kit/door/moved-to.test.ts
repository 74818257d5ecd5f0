import { expect, it } from 'vitest'
import { movedTo } from './moved-to.ts'

it.each([
  ['/app/findings', '/app/rules/list/problems'],
  ['/app/preview?product=1&of=live', '/app/placements/preview?product=1&of=live'],
  ['/app/privacy/requests/501', '/app/settings/privacy/requests/501'],
  ['/app/health/', '/app/settings/status'],
  ['/app/constructor', undefined],
  ['/app/rules/findings', undefined],
  ['/app', undefined],
])('%s is now %s', (old, now) => expect(movedTo(`https://app.example${old}`)).toBe(now))
