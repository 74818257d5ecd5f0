import { globSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds in which an editor, or a change of branches, writes all that it writes. */
const SETTLES_WITHIN = 200

/** Whether the web process or the worker reads the file when it starts: all but tests and what only the admin's pages know. */
export function isRunByNode(path: string): boolean {
  return /^((server|worker)\.ts|app\/(?!pages\/|kit\/)[^/]+\/.+\.(ts|json))$/.test(path) && !path.endsWith('.test.ts')
}

/**
 * Tells `changed` which of the files that Node runs were saved, one call after the other: what is saved during one is told in the next.
 * Returns the end of it.
 */
export function watchSources(files: string, changed: (paths: readonly string[]) => Promise<void>): () => void {
  const waiting = new Set<string>()
  let isAtIt = false
  const tellAll = async (): Promise<void> => {
    if (isAtIt) return
    isAtIt = true
    while (waiting.size > 0) {
      await wait(SETTLES_WITHIN)
      const paths = [...waiting].sort()
      waiting.clear()
      await changed(paths)
    }
    isAtIt = false
  }
  const hear = (path: string): void => {
    if (!isRunByNode(path)) return
    waiting.add(path)
    void tellAll()
  }
  // Folder by folder: whoever watches files loses one that an editor replaces by another of its name.
  const folders = ['.', ...globSync('app/**/', { cwd: files })]
  const watchers = folders.map((folder) => watch(join(files, folder), (_, name) => name !== null && hear(join(folder, name))))
  return () => watchers.forEach((watcher) => watcher.close())
}
