/** Crockford's alphabet: no I, L, O or U, so that nobody mistakes a sign on paper for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a sign; the last is filled with zeros. Digits and capitals only: a square code packs them tightest. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += SIGNS[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + SIGNS[(held << (5 - bits)) & 31];
}

/** Small letters count, O is read as 0, I and L as 1. Null for any other sign. Bits that fill no byte are left out. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of plainSigns(text)) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** As we write them: capitals, and the digits that were meant. */
export function plainSigns(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
