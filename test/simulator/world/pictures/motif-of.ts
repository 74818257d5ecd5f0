import type { Product } from '../../shop.ts'
import * as building from './motifs/building.ts'
import * as cameras from './motifs/cameras.ts'
import * as computing from './motifs/computing.ts'
import * as craft from './motifs/craft.ts'
import * as hobby from './motifs/hobby.ts'
import * as kitchen from './motifs/kitchen.ts'
import type { Motif } from './motifs/motif.ts'
import * as nursery from './motifs/nursery.ts'
import * as phones from './motifs/phones.ts'
import * as power from './motifs/power.ts'
import * as toys from './motifs/toys.ts'

/** Where one type holds very different things, a tag says which; the first that applies wins. */
const byTag: Readonly<Record<string, readonly (readonly [tag: string, motif: Motif])[]>> = {
  'Electronic toy': [
    ['robot', toys.robot],
    ['dinosaur', toys.dinosaur],
    ['space', toys.rocket],
    ['construction', toys.excavator],
    ['vehicle', toys.fireEngine],
    ['drum', toys.drum],
    ['microphone', toys.microphone],
    ['music', toys.keyboard],
    ['globe', toys.globe],
    ['bubbles', toys.bubbles],
    ['yo-yo', toys.yoyo],
    ['walkie-talkie', toys.walkieTalkies],
    ['detector', toys.detector],
  ],
  'Wooden toy': [
    ['rainbow', nursery.rainbow],
    ['duck', nursery.duck],
    ['house', nursery.house],
    ['top', nursery.spinningTop],
    ['kite', nursery.kite],
    ['horse', nursery.rockingHorse],
    ['snow-globe', nursery.snowGlobe],
  ],
  'Building set': [
    ['marble-run', building.marbleRun],
    ['gears', building.gears],
    ['castle', building.castle],
    ['tiles', building.tiles],
    ['bridge', building.bridge],
    ['house', nursery.house],
  ],
}

const byType: Readonly<Record<string, Motif>> = {
  'Electronic toy': toys.circuit,
  'Wooden toy': nursery.blocks,
  'Building set': building.bricks,
  Plush: nursery.plush,
  'Train set': building.train,
  Track: building.track,
  Torch: craft.torch,
  'Smart home': cameras.smartSensor,
  Batteries: power.batteryPack,
  'Battery charger': power.batteryCharger,
  Laptop: computing.laptop,
  Sleeve: computing.sleeve,
  Mouse: computing.mouse,
  Hub: computing.hub,
  Backpack: computing.backpack,
  Headphones: computing.headphones,
  Camera: cameras.camera,
  'Memory card': cameras.memoryCard,
  'Camera battery': power.packBattery,
  'Camera bag': cameras.cameraBag,
  Tripod: cameras.tripod,
  Phone: phones.phone,
  'Phone case': phones.phoneCase,
  'Screen protector': phones.screenGlass,
  'Phone charger': power.plugCharger,
  'Coffee machine': kitchen.coffeeMachine,
  'Coffee filters': kitchen.coffeeFilter,
  'Coffee beans': kitchen.coffeeBeans,
  Descaler: kitchen.descaler,
  Printer: computing.printer,
  'Ink cartridge': computing.cartridge,
  'Printer paper': computing.paper,
  Console: hobby.console,
  Controller: hobby.controller,
  'Video game': hobby.gameDisc,
  Drone: hobby.drone,
  Propellers: hobby.propellers,
  'Drone battery': power.packBattery,
  'Board game': hobby.boardGame,
  Expansion: hobby.expansion,
  'Card sleeves': hobby.cardSleeves,
  Puzzle: hobby.puzzle,
  'Puzzle mat': hobby.puzzleMat,
  'RC vehicle': hobby.rcCar,
  'RC charger': power.plugCharger,
  'RC battery pack': power.packBattery,
  'RC tyres': cameras.tyre,
  'Art set': craft.artSet,
  'Art refill': craft.paintTube,
  'Art paper': craft.sketchbook,
  'Gift card': craft.giftCard,
  Sample: craft.samples,
  Tea: kitchen.teaPouch,
  Teapot: kitchen.teapot,
  'Tea cup': kitchen.teaCup,
  'Matcha bowl': kitchen.bowl,
  'Matcha whisk': kitchen.whisk,
  Strainer: kitchen.strainer,
  'Tea tin': kitchen.tin,
  Honey: kitchen.honey,
  Kettle: kitchen.kettle,
  Vase: kitchen.vase,
  Bowl: kitchen.bowl,
}

/** The drawing for a product; a parcel where nobody has drawn its type yet. */
export function motifOf({ productType, tags }: Product): Motif {
  const tagged = byTag[productType]?.find(([tag]) => tags.includes(tag))?.[1]
  return tagged ?? byType[productType] ?? craft.parcel
}
