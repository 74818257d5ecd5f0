import type { Template } from './template.ts'

export const batteries: Template = {
  key: 'batteries',
  offered: [
    'battery',
    'batteries',
    'battery pack',
    'accumulator',
    'Batterie',
    'Akku',
    'pile',
    'piles',
    'batterij',
    'batería',
    'pila',
    'pilas',
    'batteria',
    'bateria',
  ],
  unlike: ['charger', 'case', 'Ladegerät', 'Ladekabel', 'chargeur', 'oplader', 'cargador', 'caricabatterie', 'carregador', 'Hülle'],
  beside: [],
}
