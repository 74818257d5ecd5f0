import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleRatio } from './sample-ratio.ts'
import { ofIdle } from './sums.ts'

const arms = (shown: number, heldOut: number, share: number) => ({ shown: ofIdle(shown), heldOut: ofIdle(heldOut), share })

it('is whole where arms are as planned, and of nobody', () => {
  expect(sampleRatio([])).toEqual({ p: 1, isBroken: false })
  expect(sampleRatio([arms(0, 0, 0.1)])).toEqual({ p: 1, isBroken: false })
  expect(sampleRatio([arms(90_000, 10_000, 0.1)])).toEqual({ p: 1, isBroken: false })
})

it('is broken where a visitor in a hundred of one arm is lost of a million, whichever arm it is', () => {
  expect(sampleRatio([arms(500_000, 495_000, 0.5)]).isBroken).toBe(true)
  expect(sampleRatio([arms(495_000, 500_000, 0.5)]).isBroken).toBe(true)
  expect(sampleRatio([arms(500_000, 499_000, 0.5)]).isBroken).toBe(false)
})

it('finds large losses early', () => {
  expect(sampleRatio([arms(900, 60, 0.1)]).isBroken).toBe(false)
  expect(sampleRatio([arms(4_500, 330, 0.1)]).isBroken).toBe(true)
})

it('finds what was planned for fewer visitors sooner', () => {
  expect(sampleRatio([arms(10_000, 9_500, 0.5)]).isBroken).toBe(false)
  expect(sampleRatio([arms(10_000, 9_500, 0.5)], 20_000).isBroken).toBe(true)
})

it('adds up what epochs tell, each by its own share', () => {
  const lossy = [arms(250_000, 247_500, 0.5), arms(450_000, 49_500, 0.1), arms(250_000, 247_500, 0.5)]
  expect(sampleRatio(lossy).p).toBeLessThan(sampleRatio(lossy.slice(0, 1)).p)
  expect(sampleRatio([arms(500, 500, 0.5), arms(9_000, 1_000, 0.1)]).p).toBe(1)
})

it('is the more doubtful the more uneven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 100_000 }), fc.integer({ min: 0, max: 90 }), (each, lost) => {
      const [less, more] = [sampleRatio([arms(each, each - lost, 0.5)]), sampleRatio([arms(each, each - lost - 1, 0.5)])]
      expect(more.p).toBeLessThan(less.p)
      if (less.isBroken) expect(more.isBroken).toBe(true)
    }),
  )
})
