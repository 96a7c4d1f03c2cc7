/** What a rule objects to. */
export interface Finding {
  rule: string;
  /** Such as StorageStack/ImageBucket. */
  resource: string;
  /** The file it was found in, such as default/StorageStack.json. */
  file: string;
}

/** The name of a resource that the file of a stack holds: root.json has the root's own. */
export function resourceName(file: string, logicalId: string): string {
  const stack = file
    .split('/')
    .at(-1)!
    .replace(/\.json$/, '');
  return stack === 'root' ? logicalId : `${stack}/${logicalId}`;
}
