/** Percent-encoding as SigV4 defines it: everything but `A-Z a-z 0-9 - . _ ~`. */
export function awsEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The same for a path or key: slashes stay. */
export function awsEncodePath(path: string): string {
  return awsEncode(path).replaceAll('%2F', '/');
}
