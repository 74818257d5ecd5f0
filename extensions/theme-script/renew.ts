/** Writes the script of the theme app extension anew from its sources: `node extensions/theme-script/renew.ts` */
import { writeFile } from 'node:fs/promises'
import { asset, bundle } from './bundle.ts'

await writeFile(asset, await bundle())
