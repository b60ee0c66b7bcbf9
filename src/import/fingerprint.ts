/** Larger files are hashed in parts of this size. */
const PART = 16 << 20;

/**
 * Names a file by its content, hex. Up to 16 MiB it is the SHA-256 of its bytes; beyond, the browser cannot hash
 * without holding all of it, and it is the SHA-256 of the SHA-256s of its parts of 16 MiB, one after the other.
 */
export async function fingerprint(file: Blob): Promise<string> {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < file.size || from === 0; from += PART) {
    parts.push(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.slice(from, from + PART).arrayBuffer())));
  }
  const whole = parts.length === 1 ? (parts[0] as Uint8Array) : new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)));
  return Array.from(whole, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.length * 32);
  for (const [i, part] of parts.entries()) joined.set(part, i * 32);
  return joined;
}
