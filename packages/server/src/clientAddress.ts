const addresses = new WeakMap<Request, string>();

/** Notes the address a request came from: `Request` itself has no place for it. */
export function noteClientAddress(request: Request, address: string | undefined): void {
  if (address !== undefined) addresses.set(request, address);
}

/**
 * The address a request came from, where `lingChat` or `toNodeHandler` received it. Behind a proxy it is the proxy's:
 * there, use the header that your proxy sets, and no other.
 */
export function clientAddress(request: Request): string | undefined {
  return addresses.get(request);
}
