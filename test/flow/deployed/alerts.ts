import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Every value of one figure, whatever its labels; those of one label where it is said. */
export function valuesOf(told: string, name: string, labels = ''): number[] {
  const lines = told.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.filter((line) => line.includes(labels)).map((line) => Number(line.split(' ').at(-1)))
}

const { groups } = parse(readFileSync('deploy/prometheus/alerts.yml', 'utf8')) as {
  groups: { rules: { alert: string; expr: string; annotations: { do: string } }[] }[]
}
/** What Prometheus is told to tell of, by name. */
export const alerts = new Map(groups.flatMap(({ rules }) => rules).map((rule) => [rule.alert, rule]))

/** Whether an alert's expression is true of what was told at a moment, in seconds. Reads the few forms that ours have. */
export function fires(alert: string, told: string, now = Date.now() / 1_000): boolean {
  const { expr } = alerts.get(alert)!
  const [, since, fold, name, labels, way, bound] = /^(time\(\) - )?(max|min)\((\w+)(?:\{(.+)\})?\) ([<>]) ([\d.]+)$/.exec(expr) ?? []
  const values = valuesOf(told, name!, labels)
  if (values.length === 0) return false
  const folded = fold === 'max' ? Math.max(...values) : Math.min(...values)
  const value = since ? now - folded : folded
  return way === '>' ? value > Number(bound) : value < Number(bound)
}
