import type { Template } from './template.ts'

export const memoryCards: Template = {
  key: 'memory-cards',
  offered: [
    'memory card',
    'SD card',
    'microSD',
    'CFexpress',
    'CompactFlash',
    'Speicherkarte',
    'carte mémoire',
    'geheugenkaart',
    'tarjeta de memoria',
    'scheda di memoria',
    'cartão de memória',
  ],
  unlike: ['reader', 'case', 'Lesegerät', 'lecteur', 'lezer', 'lector', 'lettore'],
  beside: ['camera', 'drone', 'dashcam', 'Kamera', 'Drohne', 'appareil photo', 'caméra', 'cámara', 'fotocamera'],
}
