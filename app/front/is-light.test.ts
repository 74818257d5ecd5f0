import { expect, it } from 'vitest'
import { isLight } from './is-light.ts'

it.each([
  '/',
  '/auth/callback',
  '/nowhere',
  '/app',
  '/app/',
  '/app.data',
  '/app/settings/status',
  '/app/settings/status.data',
  '/app/import',
  '/app/import.data',
  '/app/history',
  '/app/settings/privacy/requests/7',
  '/app/results/orders',
  '/app/results/orders/7/story',
  '/app/rules/said/model',
])('is light: %s', (path) => expect(isLight(path)).toBe(true))

it.each([
  '/app/rules',
  '/app/rules.data',
  '/app/rules/reach',
  '/app/rules/said',
  '/app/review',
  '/app/review/waiting',
  '/app/import/csv',
  '/app/history/7',
  '/app/settings',
  '/app/rules/list/problems.data',
  '/app/placements/preview.data',
  '/app/results',
  '/app/whatever-comes',
])('is not light: %s', (path) => expect(isLight(path)).toBe(false))
