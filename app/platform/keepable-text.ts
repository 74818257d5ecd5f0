import { z } from 'zod'

/** Text without outer spaces that a database can hold: no null character, and no half of one that takes two. */
export const keepableText = z
  .string()
  .trim()
  .refine((text) => !/[\0\p{Cs}]/u.test(text), 'fault.text')
