import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { endAfterUs } from '../../../prisma/end-after-us.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { localEnvironment } from '../../running/app-processes.ts'
import { sendRequest } from '../../running/send-request.ts'
import { aDatabase } from '../../setup/database.ts'

const databaseUrl = await aDatabase()

describe('a web process that is told to end', () => {
  async function another(settings: Readonly<Record<string, string>> = {}) {
    const port = await freePort()
    const env = {
      ...process.env,
      ...localEnvironment({ databaseUrl: databaseUrl, appPort: port, shopPort: 1 }),
      LOG_LEVEL: 'silent',
      ...settings,
    }
    const child = spawn(process.execPath, ['server.ts'], { env, stdio: 'ignore' })
    endAfterUs(child, ['KILL'])
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        async (answer) => (await answer.text()) === 'ok',
        () => false,
      )
    while (!(await answers())) await wait(50)
    return { child, port, answers }
  }

  async function withRequestUnderWay(): Promise<{ child: ChildProcess; finish: () => Promise<string> }> {
    const { child, port, answers } = await another()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`POST /webhooks HTTP/1.1\r\nHost: x\r\nX-Shopify-Hmac-Sha256: ${'A'.repeat(43)}=\r\nContent-Length: 4\r\n\r\n12`)
    const said = text(socket).catch(() => 'broken off')
    // Another request, answered after the first one has come in.
    await answers()
    child.kill('SIGTERM')
    while (await answers()) await wait(50)
    return {
      child,
      finish: () => {
        socket.write('34')
        return said
      },
    }
  }

  it('answers what is under way, takes nothing new, and ends', async () => {
    const { child, finish } = await withRequestUnderWay()
    const ended = once(child, 'exit')
    expect(await finish()).toMatch(/^HTTP\/1\.1 401/)
    expect(await ended).toEqual([0, null])
  })

  it('goes on answering for as long as it is to drain, and says at /readyz that it is about to end', async () => {
    const { child, port } = await another({ DRAIN_SECONDS: '5' })
    const ended = once(child, 'exit')
    const ask = (path: string) => sendRequest(`http://127.0.0.1:${port}`, path)
    child.kill('SIGTERM')
    while ((await ask('/readyz')).said !== 'This process is about to end') await wait(50)
    expect(await ask('/healthz')).toMatchObject({ status: 200, headers: { connection: 'close' } })
    expect(await ended).toEqual([0, null])
  })

  it('ends at once when it is told a second time', async () => {
    const { child } = await withRequestUnderWay()
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([1, null])
  })
})
