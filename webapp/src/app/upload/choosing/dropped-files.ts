/** More than so many files are not taken in one go; whoever has more imports the folder. */
export const MAX_FILES_AT_ONCE = 10_000;

/**
 * The files of a drop, those in dropped folders included, up to one more than are taken at once. Has to be called within the event: the browser empties
 * the drop afterwards.
 */
export function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  const items = [...dropped.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  return filesIn(entries);
}

async function filesIn(entries: readonly (FileSystemEntry | File | null)[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (entry instanceof File) files.push(entry);
    else if (entry) await collect(entry, files);
  }
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length > MAX_FILES_AT_ONCE) return;
  if (entry.isFile) {
    files.push(
      await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    );
  }
  if (!entry.isDirectory) return;
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is read in batches, until an empty one.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const inside of batch) if (!isHidden(inside.name)) await collect(inside, files);
  }
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

/** What systems leave in folders, and nobody means to upload. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || ['thumbs.db', 'desktop.ini', '__macosx'].includes(name.toLowerCase());
}
