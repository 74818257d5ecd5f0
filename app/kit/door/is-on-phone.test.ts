import { expect, it } from 'vitest'
import { isOnPhone } from './is-on-phone.ts'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const DESK = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

it.each<[Record<string, string>, boolean]>([
  [{ 'user-agent': IPHONE }, true],
  [{ 'user-agent': DESK }, false],
  [{ 'user-agent': DESK, 'sec-ch-ua-mobile': '?1' }, true],
  [{ 'user-agent': IPHONE, 'sec-ch-ua-mobile': '?0' }, false],
  [{}, false],
])('of %j is %s', (headers, is) => {
  expect(isOnPhone({ headers: new Headers(headers) })).toBe(is)
})
