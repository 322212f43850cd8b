/** SHA-256 of a file, in hexadecimal; null where the connection isn't safe: only there does a browser compute it. */
export async function fingerprint(file: File): Promise<string | null> {
  if (crypto.subtle === undefined) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
