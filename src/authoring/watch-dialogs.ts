import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Watches the files of an author. */
export interface DialogsWatch {
  close(): void
}

/**
 * Tells when a YAML file under a folder was saved. Each folder is watched by itself: the recursive watch of Node loses a
 * file on Linux once an editor has saved it by putting a new one in its place.
 * @param folder path of `dialogs/`
 * @param onSaved called once after a burst of changes
 * @param quietMs how long nothing may change before `onSaved` is called: an editor writes a file in several steps
 */
export function watchDialogs(folder: string, onSaved: () => void, quietMs: number): DialogsWatch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined

  const tell = () => {
    watchFolders()
    onSaved()
  }
  const hear = (name: string | null) => {
    // A name without an ending is most likely a folder, which can hold new files already.
    if (name?.includes('.') && !name.endsWith('.yaml')) return
    clearTimeout(timer)
    timer = setTimeout(tell, quietMs)
  }
  const watchFolders = () => {
    const found = listFolders(folder)
    for (const path of found) {
      if (watchers.has(path)) continue
      const watcher = watch(path, (_event, name) => hear(name))
      // A folder that is taken away ends its watcher; what was read of it shows at the next reading.
      watcher.on('error', () => forget(path))
      watchers.set(path, watcher)
    }
    for (const path of [...watchers.keys()].filter((each) => !found.includes(each))) forget(path)
  }
  const forget = (path: string) => {
    watchers.get(path)?.close()
    watchers.delete(path)
  }

  watchFolders()
  return {
    close() {
      clearTimeout(timer)
      for (const path of [...watchers.keys()]) forget(path)
    },
  }
}

function listFolders(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true, recursive: true })
  return [
    folder,
    ...inside.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)),
  ]
}
