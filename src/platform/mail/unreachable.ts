/** The top-level domain that nobody can ever register (RFC 2606, 2): no mail leaves for it. */
export const UNREACHABLE = '@sans-adresse.invalid';

export function isUnreachable(address: string): boolean {
  return address.endsWith(UNREACHABLE);
}
