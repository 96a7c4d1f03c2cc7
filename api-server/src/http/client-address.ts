interface Called {
  headers: Record<string, unknown>;
  info: { remoteAddress: string };
}

/**
 * The address that a request came from. Each proxy of ours appends the address it was called from to
 * `X-Forwarded-For`; whatever stands left of those was written by the caller and proves nothing.
 */
export function clientAddress(request: Called, trustedProxies: number): string {
  const forwarded = request.headers['x-forwarded-for'];
  const addresses = typeof forwarded === 'string' ? forwarded.split(',').map((part) => part.trim()) : [];
  const address = trustedProxies > 0 ? addresses.at(-trustedProxies) : undefined;
  return address || request.info.remoteAddress;
}
