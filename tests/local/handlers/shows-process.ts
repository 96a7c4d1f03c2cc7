/** Returns the id of the process it runs in. */
export async function handler() {
  return { pid: process.pid };
}
