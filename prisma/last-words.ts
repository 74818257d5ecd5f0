/** The line of a PostgreSQL program's output that says why it gave up, without date and level. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n')
  const line = lines.findLast((each) => /FATAL|PANIC|error:/.test(each)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC|error): +/, '') || 'it did not say why'
}
