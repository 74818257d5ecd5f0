import { stringify } from 'yaml'

/** A value as YAML that `readYaml` reads back, and older readers of YAML too: what they would take for a boolean is quoted. */
export function writeYaml(value: unknown): string {
  return stringify(value, { compat: 'yaml-1.1', lineWidth: 120, aliasDuplicateObjects: false })
}
