import { expect, test } from 'vitest'
import { readWebhookBody } from './webhook-body.server.ts'

test('one bad letter costs only itself, whether it is an escape or a byte', () => {
  const before = Buffer.from('{"id":1,"title":"Robot\\u0000dog \\udc00 ')
  expect(readWebhookBody(Buffer.concat([before, Buffer.from([0xed, 0xa0, 0x80, 0xff]), Buffer.from('!"}')]))).toEqual({
    id: 1,
    title: 'Robotdog \ufffd \ufffd\ufffd\ufffd\ufffd!',
  })
})

test('what is no JSON object is none', () => {
  for (const text of ['', ' {}', '[]', '"{}"', '{"a":', '\ufeff{}']) expect(readWebhookBody(Buffer.from(text))).toBeUndefined()
})
