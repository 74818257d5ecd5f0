import { run } from './run.ts'

/** By this name Shopify calls it. */
export const cartLinesDiscountsGenerateRun = run
