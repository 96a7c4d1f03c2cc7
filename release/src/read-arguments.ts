import path from 'node:path';

/** The folder of this repository, and the folder of the layer to build: the one argument. */
export function readArguments(): { checkout: string; layer: string } {
  const [, script, layer] = process.argv;
  // An empty one is what make passes on where ARTIFACTS_DIR is not set.
  if (!layer) throw new Error(`Expected the folder to build into: ${script} FOLDER`);
  return { checkout: path.join(import.meta.dirname, '../..'), layer: path.resolve(layer) };
}
