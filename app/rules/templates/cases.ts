import type { Template } from './template.ts'

export const cases: Template = {
  key: 'cases',
  offered: [
    'case',
    'cases',
    'sleeve',
    'sleeves',
    'cover',
    'covers',
    'pouch',
    'bag',
    'Hülle',
    'Schutzhülle',
    'Etui',
    'Tasche',
    'étui',
    'coque',
    'housse',
    'hoes',
    'hoesje',
    'funda',
    'custodia',
    'capa',
  ],
  unlike: ['book cover', 'pillow', 'duvet', 'Kissen', 'Bettwäsche'],
  beside: [],
}
