/** Product types that are used up, and the days after which a returning shopper buys the same again (on average). */
export const rebuyDays: Readonly<Record<string, number>> = {
  'Coffee beans': 28,
  'Coffee filters': 60,
  Descaler: 90,
  'Ink cartridge': 75,
  'Printer paper': 85,
  Batteries: 100,
  'Art refill': 70,
  'Art paper': 80,
  Tea: 35,
  Honey: 50,
}
