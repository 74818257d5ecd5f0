export interface EnvironmentFault {
  readonly variable: string
  readonly why: string
  /** It is not set at all. */
  readonly isMissing: boolean
}

/** The settings that a process was given do not do; whoever started it mends that. */
export class IncompleteEnvironment extends Error {
  override name = 'IncompleteEnvironment'
  /** What to set, in one line. */
  readonly line: string
  readonly faults: readonly EnvironmentFault[]

  constructor(faults: readonly EnvironmentFault[]) {
    super(`The environment is not complete:\n${faults.map(({ variable, why }) => `  ${variable}: ${why}`).join('\n')}`)
    this.faults = faults
    const missing = faults.filter(({ isMissing }) => isMissing).map(({ variable }) => variable)
    const wrong = faults.filter(({ isMissing }) => !isMissing).map(({ variable, why }) => `${variable}: ${why}.`)
    this.line = [...(missing.length > 0 ? [`Set ${missing.join(', ')} as the app’s processes have them.`] : []), ...wrong].join(' ')
  }
}
