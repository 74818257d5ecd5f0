import { pathToFileURL } from 'node:url'

/** What the image can be told to do, by its first argument; what follows goes to the command. */
const COMMANDS: Readonly<Record<string, string>> = {
  web: 'server.ts',
  worker: 'worker.ts',
  migrate: 'app/commands/migrate.ts',
  doctor: 'app/commands/doctor.ts',
  rules: 'app/commands/rules.ts',
}

const [name = '', ...args] = process.argv.slice(2)
const file = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (file === undefined) {
  console.error(`There is no “${name}”. There are: ${Object.keys(COMMANDS).join(', ')}.`)
  process.exit(2)
}
// A container's first process is deaf to what it does not listen for: until the command does, it may end at once.
process.on('SIGTERM', () => {
  if (process.listenerCount('SIGTERM') === 1) process.exit(143)
})
process.argv.splice(1, Infinity, file, ...args)
await import(pathToFileURL(file).href)
