/** What one build learns only where it is served: `config.json` beside `index.html`. */
export interface RuntimeConfig {
  /** Address of the API without a slash at its end, absolute or from the site's root. */
  apiUrl: string;
}

/** Throws where the file is missing or holds no `apiUrl`. */
export async function loadRuntimeConfig(): Promise<RuntimeConfig> {
  const response = await fetch('config.json', { cache: 'no-cache' }).catch(() => null);
  if (response === null) throw new Error('Expected config.json beside the page, but nothing answered.');
  if (!response.ok)
    throw new Error(`Expected config.json beside the page but got status ${response.status}.`);
  return parseRuntimeConfig(await response.json());
}

export function parseRuntimeConfig(content: unknown): RuntimeConfig {
  const apiUrl = (content as Partial<RuntimeConfig> | null)?.apiUrl;
  if (typeof apiUrl !== 'string' || apiUrl === '') {
    throw new Error(`Expected {"apiUrl": "..."} in config.json but got ${JSON.stringify(content)}.`);
  }
  return Object.freeze({ apiUrl: apiUrl.replace(/\/+$/, '') });
}
