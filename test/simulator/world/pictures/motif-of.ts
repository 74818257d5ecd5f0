import type { Product } from '../../shop.ts'
import * as building from './motifs/building.ts'
import * as cameras from './motifs/cameras.ts'
import * as coffee from './motifs/coffee.ts'
import * as computing from './motifs/computing.ts'
import * as craft from './motifs/craft.ts'
import * as hobby from './motifs/hobby.ts'
import * as household from './motifs/household.ts'
import type { Motif } from './motifs/motif.ts'
import * as music from './motifs/music.ts'
import * as nursery from './motifs/nursery.ts'
import * as phones from './motifs/phones.ts'
import * as power from './motifs/power.ts'
import { plush } from './motifs/plush.ts'
import * as science from './motifs/science.ts'
import * as tea from './motifs/tea.ts'
import * as toys from './motifs/toys.ts'

/** Where one type holds very different things, a tag says which; the first that applies wins. */
const byTag: Readonly<Record<string, readonly (readonly [tag: string, motif: Motif])[]>> = {
  'Electronic toy': [
    ['robot-dog', science.robotDog],
    ['robot-arm', science.robotArm],
    ['robot', toys.robot],
    ['egg', science.dinoEgg],
    ['dinosaur', toys.dinosaur],
    ['rover', science.rover],
    ['planetarium', science.planetarium],
    ['space', toys.rocket],
    ['crane', science.crane],
    ['construction', toys.excavator],
    ['vehicle', toys.lorry],
    ['drum', music.drum],
    ['microphone', music.microphone],
    ['music', music.keyboard],
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
    ['fruit', nursery.fruit],
    ['kitchen', nursery.playKitchen],
    ['board', nursery.balanceBoard],
    ['top', nursery.spinningTop],
    ['kite', nursery.kite],
    ['horse', nursery.rockingHorse],
    ['snow-globe', nursery.snowGlobe],
  ],
  'Art set': [
    ['model', craft.clay],
    ['craft', craft.beads],
  ],
  'Coffee machine': [['by-hand', coffee.brewer]],
  Torch: [['head-torch', household.headTorch]],
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
  Plush: plush,
  'Train set': building.train,
  Track: building.track,
  Torch: household.torch,
  'Smart home': household.smartSensor,
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
  'Coffee machine': coffee.coffeeMachine,
  'Coffee filters': coffee.coffeeFilter,
  'Coffee beans': coffee.coffeeBeans,
  Descaler: coffee.descaler,
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
  'RC tyres': toys.tyre,
  'Art set': craft.artSet,
  'Art refill': craft.paintTube,
  'Art paper': craft.sketchbook,
  'Gift card': household.giftCard,
  Sample: household.samples,
  Tea: tea.teaPouch,
  Teapot: tea.teapot,
  'Tea cup': tea.teaCup,
  'Matcha bowl': tea.bowl,
  'Matcha whisk': tea.whisk,
  Strainer: tea.strainer,
  'Tea tin': tea.tin,
  Honey: tea.honey,
  Kettle: tea.kettle,
  Vase: tea.vase,
  Bowl: tea.bowl,
}

/** The drawing for a product; a parcel where nobody has drawn its type yet. */
export function motifOf({ productType, tags }: Product): Motif {
  const tagged = byTag[productType]?.find(([tag]) => tags.includes(tag))?.[1]
  return tagged ?? byType[productType] ?? household.parcel
}
