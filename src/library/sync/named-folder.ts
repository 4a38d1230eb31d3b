import type { SnapshotFolder } from './snapshot-folder.ts';

/** No path inside a folder contains this, so names of different folders never collide. */
const SEPARATOR = '://';

/** Names the files of a folder `name://path`. With an empty name, they keep the names that they have had from the beginning. */
export function nameFolder(name: string, folder: SnapshotFolder): SnapshotFolder {
  if (name === '') return { ...folder, gone: (file) => !file.includes(SEPARATOR) && folder.gone(file) };
  const prefix = `${name}${SEPARATOR}`;
  return {
    prefix,
    async *list() {
      for await (const found of folder.list()) yield { ...found, file: `${prefix}${found.file}` };
    },
    gone: (file) => file.startsWith(prefix) && folder.gone(file.slice(prefix.length)),
  };
}

/** The files of every folder that is not among these any more, such as a mirror that was removed: all are gone. */
export function removedFolders(names: readonly string[]): SnapshotFolder {
  return {
    async *list() {},
    gone(file) {
      const end = file.indexOf(SEPARATOR);
      return end > 0 && !names.includes(file.slice(0, end));
    },
  };
}
