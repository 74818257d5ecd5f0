import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'
import { everyRoute } from '../foreign/every-route.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const OURS = world.facts.domain
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('token-in-log', world)
  await openWithAll(running.simulator, running.app.url, OURS)
})

it('a token in an address is in no line of the log, whatever becomes of the request', async () => {
  const marks: string[] = []
  const mark = () => `eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.${marks[marks.push(randomUUID()) - 1]!}`
  for (const route of everyRoute()) {
    const path = `/${route.replace(/:\w+|\*/, 'nothing')}`
    for (const target of [path, `${path}.data`, `${path}/`, `${path}?_data=routes/app`, `${path}?_routes=x&index`])
      for (const method of METHODS)
        for (const id of [running.simulator.sessionToken(OURS), mark()]) {
          const opened = new URLSearchParams({ embedded: '1', shop: OURS, host: HOST, id_token: id })
          const headers = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', referer: `${running.app.url}/app?${opened}` }
          await sendRequest(running.app.url, `${target}${target.includes('?') ? '&' : '?'}${opened}`, { method, headers })
          marks.push(id.split('.')[2]!)
        }
  }
  const { port } = new URL(running.app.url)
  for (const target of [
    `http://elsewhere:abc/app?id_token=${mark()}`,
    `/app/rules/%ff${mark()}?id_token=${mark()}`,
    `/app//rules/${mark()}?id_token=${mark()}`,
    `//x:abc/?id_token=${mark()}`,
    `/app#${mark()}?id_token=${mark()}`,
  ]) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1.1 [34]/)
  }
  const log = readFileSync('.data/test-logs/token-in-log/server.log', 'utf8')
  expect(marks.length).toBeGreaterThan(1_000)
  expect(log.split('\n').filter((line) => marks.some((one) => line.includes(one)))).toEqual([])
})
