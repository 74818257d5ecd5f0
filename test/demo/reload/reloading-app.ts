import { keepRunning } from '#app/commands/processes/keep-running.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { startApp, type AppPlace, type AppProcesses } from '../../running/app-processes.ts'
import { startAdmin } from './start-admin.ts'
import { watchSources } from './watch-sources.ts'

/**
 * The app for whoever works on it: browsers reach a process that draws the admin from its sources (`admin.ts`), and behind it web process
 * and worker are replaced whenever a file that they read is saved. Those that ran go on while the new ones cannot start.
 */
export async function startReloadingApp(place: AppPlace, tell: (line: string) => void): Promise<Pick<AppProcesses, 'url' | 'stop'>> {
  const startBehind = (port: number, flags: 'w' | 'a') => startApp({ ...place, appPort: port, knownPort: place.appPort }, flags)
  let webPort = await freePort()
  let behind = await startBehind(webPort, 'w')
  let leaving = Promise.resolve()
  let admin = await startAdmin(place, webPort, tell).catch(async (error: unknown) => {
    await behind.stop()
    throw error
  })

  const ending = new AbortController()
  const again = async () => (admin = await startAdmin(place, webPort, tell))
  const keeping = keepRunning(admin, again, (why) => tell(`The admin is started again: ${why}`), ending.signal)

  const replace = async (): Promise<void> => {
    const port = await freePort()
    const next = await startBehind(port, 'a')
    if (ending.signal.aborted) return next.stop()
    webPort = port
    admin.standBefore(port)
    leaving = behind.stop()
    behind = next
  }
  const endWatch = watchSources(place.files ?? '.', async (paths) => {
    const changed = `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''} changed`
    await replace().then(
      () => tell(`Restarted: ${changed}`),
      (error: Error) => tell(`Not restarted, though ${changed}. ${error.message}`),
    )
    await leaving
  })

  return {
    url: `http://localhost:${place.appPort}`,
    async stop() {
      ending.abort()
      endWatch()
      await Promise.all([behind.stop(), leaving, keeping])
    },
  }
}
