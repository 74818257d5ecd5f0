import { expect, it } from 'vitest'
import type { StaffId } from '#app/commerce/ids.ts'
import { readMaker, writeMaker, type Maker } from './maker.ts'

const makers: Maker[] = [{ kind: 'staff', id: 7 as StaffId }, { kind: 'command' }, { kind: 'upgrade' }, { kind: 'safeguard' }]

it.each(makers)('is read as it was written: $kind', (maker) => expect(readMaker(writeMaker(maker))).toEqual(maker))

it.each(['', 'staff', '7a', '-7', ' 7'])('names nobody: “%s”', (text) => expect(() => readMaker(text)).toThrow('names nobody'))
