/** Writes the scripts of the theme app extension anew from their sources: `node extensions/theme-script/renew.ts` */
import { writeFile } from 'node:fs/promises'
import { assetOf, bundle, SCRIPTS } from './bundle.ts'

for (const script of SCRIPTS) await writeFile(assetOf(script), await bundle(script))
