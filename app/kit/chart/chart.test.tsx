// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { Chart } from './chart.tsx'

// Polaris asks how wide the window is as it is loaded.
vi.hoisted(() => Object.assign(window, { matchMedia: () => ({ matches: false, addListener: () => {} }) }))

const chart = (
  <Chart
    label="Sold by day"
    curves={[{ values: [0, 10, 20, 10, 0], colour: '#000' }]}
    band={{ low: [-10, 0, 10, 0, -10], high: [10, 20, 30, 20, 10], colour: '#00f' }}
    sayValue={(value) => `€${value}`}
    sayPlace={(at) => `day ${at}`}
    sayPoint={(at) => `On day ${at}`}
  />
)

afterEach(() => document.body.replaceChildren())

it('is whole in what the server draws: curve, band, axes, and what is known of the last point', () => {
  document.body.innerHTML = renderToString(chart)
  expect(document.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Sold by day')
  const [band, , curve] = Array.from(document.querySelectorAll('path'), (path) => path.getAttribute('d'))
  expect(curve).toBe('M0,75L25,50L50,25L75,50L100,75')
  expect(band).toMatch(/^M0,50L25,25L50,0/)
  const labels = Array.from(document.querySelectorAll('[role=img] span'), (one) => one.textContent)
  expect(labels).toEqual(['€30', '€20', '€10', '€0', '€-10', 'day 0', 'day 1', 'day 2', 'day 3', 'day 4'])
  expect(document.querySelector('p')?.textContent).toBe('On day 4')
})

it('tells of the point that is pointed at, as long as it is', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const room = document.body.appendChild(document.createElement('div'))
  const root = createRoot(room)
  act(() => root.render(chart))
  const plot = room.querySelector<HTMLElement>('div:has(> svg)')!
  plot.getBoundingClientRect = () => new DOMRect(100, 0, 400, 200)
  const told = (type: string, clientX: number) => {
    act(() => void plot.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX })))
    return room.querySelector('p')?.textContent
  }
  expect([told('pointermove', 210), told('pointermove', 90), told('pointermove', 800)]).toEqual(['On day 1', 'On day 0', 'On day 4'])
  expect([told('pointermove', 300), told('pointerout', 300)]).toEqual(['On day 2', 'On day 4'])
  act(() => root.unmount())
})
