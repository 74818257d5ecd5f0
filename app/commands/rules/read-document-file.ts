import { readFileSync } from 'node:fs'
import type { Fault } from '#app/rules/read-rule.ts'
import { merchantWords } from '#app/wording/merchant-words.ts'
import { readYaml, type Place } from './read-yaml.ts'

export interface DocumentFile {
  readonly document: unknown
  /** Where a path stands, as "rules.yaml:3:5". */
  readonly at: (path: string) => string
  /** Tells the terminal why the document is not taken, each fault with its place in the file. */
  readonly refuse: (faults: readonly Fault[]) => void
}

/** Reads a file of rules; undefined where it is none, which the terminal has then been told. */
export function readDocumentFile(file: string): DocumentFile | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  const read = readYaml(text)
  if (read.kind === 'refused') {
    for (const { message, place } of read.faults) sayFault(inFile(file, place), '', message)
    return undefined
  }
  return {
    document: read.value,
    at: (path) => inFile(file, read.placeOf(path)),
    refuse(faults) {
      for (const { path, message } of faults) sayFault(inFile(file, read.placeOf(path)), path, message)
      console.error('Nothing was changed.')
    },
  }
}

function readText(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    console.error(error instanceof TypeError ? `${file} is no text in UTF-8.` : `${file} cannot be read: ${(error as Error).message}`)
    return undefined
  }
}

const inFile = (file: string, { line, column }: Place): string => `${file}:${line}:${column}`

function sayFault(at: string, path: string, message: string): void {
  const words = message.startsWith('fault.') ? merchantWords().say(message) : message
  console.error(`${at}: ${path === '' ? '' : `${path}: `}${words}`)
}
