/** The address that lies so many after the first of a network: `addressIn('10.0.0.0/16', 2)` is 10.0.0.2. */
export function addressIn(cidr: string, offset: number): string {
  const [base = ''] = cidr.split('/');
  const number = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + offset;
  return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.');
}

/** How many addresses a network has. */
export function sizeOf(cidr: string): number {
  return 2 ** (32 - Number(cidr.split('/')[1]));
}

/** The first free address of a subnet. AWS keeps the first four and the last for itself. */
export function chooseAddress(cidr: string, isTaken: (address: string) => boolean): string {
  for (let offset = 4; offset < sizeOf(cidr) - 1; offset++) {
    const address = addressIn(cidr, offset);
    if (!isTaken(address)) return address;
  }
  throw new Error(`expected a free address in ${cidr}`);
}

// Of the networks that RFC 5737 keeps for documentation, so that they are nobody's.
/** Where members, browsers and SSH clients come from. */
export const WORLD = '203.0.113.10';
export const SERVICES = { aws: '198.51.100.10', mirror: '198.51.100.20', cloudFront: '198.51.100.30' };
/** The name server of the world. */
export const WORLD_RESOLVER = '198.51.100.53';
