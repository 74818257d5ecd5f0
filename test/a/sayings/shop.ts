import type { CollectionId } from '#app/commerce/ids.ts'
import type { NamesForSaying } from '#app/rules/sayings/names.ts'

/** The names that the sayings are about. */
export const SAYING_SHOP: NamesForSaying = {
  types: [
    ...['Laptop', 'Laptop case', 'Phone', 'Phone case', 'Toy', 'Batteries', 'Camera', 'Memory card', 'Tripod', 'Tent', 'Sleeping bag'],
    ...['Camping stove', 'Gas canister', 'Backpack', 'Rain cover', 'Running shoes', 'Socks', 'Shirt', 'Trousers', 'Belt', 'Coffee machine'],
    ...['Coffee beans', 'Filter', 'Descaler', 'Grinder', 'Printer', 'Ink cartridge', 'Paper', 'Bicycle', 'Helmet', 'Bike lock', 'Charger'],
    ...['Headphones', 'Dress', 'Jacket', 'Scarf', 'Watch', 'Watch strap', 'Lipstick', 'Makeup remover', 'Shampoo', 'Conditioner'],
  ],
  tags: ['gift', 'clearance', 'sale', 'vegan', 'waterproof', 'needs-batteries', 'kids', 'winter', 'summer'],
  vendors: ['Nordkamp', 'Voltkin', 'Malkasten', 'Acme'],
  collections: ['Camping', 'Winter sale', 'Back to school', 'Kitchen', 'Best sellers', 'Accessories', 'Gifts under 20'].map(
    (title, at) => ({
      id: (at + 1) as CollectionId,
      title,
    }),
  ),
  options: { Size: ['S', 'M', 'L'], Colour: ['Black', 'Red', 'Blue'] },
  metafields: {
    'specs.battery_size': ['AA', 'AAA', 'C'],
    'specs.battery_count': [],
    'specs.pack_size': [],
    'custom.material': ['Wool', 'Leather', 'Oak'],
    'specs.screen_inches': [],
  },
  currency: 'EUR',
}
