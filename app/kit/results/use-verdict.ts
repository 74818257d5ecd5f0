import type { Verdict } from '#app/measure/statistics/verdict.ts'
import { useFigures } from '../use-figures.ts'
import { useWords } from '../use-words.tsx'

/** A verdict in the merchant's words. */
export interface VerdictSaid {
  readonly title: string
  readonly help: string
  readonly tone: 'success' | 'critical' | undefined
}

/** Says verdicts. */
export function useVerdict(): (verdict: Verdict) => VerdictSaid {
  const { say, money, count } = useWords()
  const { percent } = useFigures()
  return (verdict) => {
    const { kind } = verdict
    switch (kind) {
      case 'adds':
        return said(kind, { low: money(verdict.low), high: money(verdict.high) }, 'success')
      case 'gains':
        return {
          ...said(kind, { low: money(verdict.low), high: money(verdict.high) }, 'success'),
          help: verdict.days === null ? say('verdict.gains.help') : say('verdict.gains.days', { days: count(Math.max(1, verdict.days)) }),
        }
      case 'displaces':
        return said(kind, { low: money(verdict.low), high: money(verdict.high), replaced: percent(Math.min(1, verdict.replaced)) })
      case 'harms':
        return said(kind, { low: money(verdict.low), high: money(verdict.high), harm: say(`verdict.harm.${verdict.harm}`) }, 'critical')
      case 'costs':
        return said(kind, { low: money(-verdict.high), high: money(-verdict.low) }, 'critical')
      case 'not-known':
        return verdict.days === null ? said('not-known.few') : said(kind, { days: count(Math.max(1, verdict.days)) })
      case 'too-small':
        return said(kind, { smallest: money(verdict.smallest) })
      case 'waits':
        return said(`waits.${verdict.why}`)
      default:
        return verdict satisfies never
    }
  }

  function said(key: string, values: Record<string, string> = {}, tone?: VerdictSaid['tone']): VerdictSaid {
    return { title: say(`verdict.${key}`, values), help: say(`verdict.${key}.help`, values), tone }
  }
}
