import { AppError } from '../../util/app-error.ts';

/** What other files begin with. Offsets are 0 unless given. */
const SIGNATURES: readonly { kind: string; bytes: readonly number[]; at?: number }[] = [
  { kind: 'xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'image', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { kind: 'sqlite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { kind: 'duckdb', bytes: [0x44, 0x55, 0x43, 0x4b], at: 8 },
  { kind: 'arrow', bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] },
  { kind: 'avro', bytes: [0x4f, 0x62, 0x6a, 0x01] },
  { kind: 'orc', bytes: [0x4f, 0x52, 0x43] },
  { kind: 'spss', bytes: [0x24, 0x46, 0x4c, 0x32] },
];

const PARQUET = [0x50, 0x41, 0x52, 0x31];

/**
 * Text or Parquet, by what the file begins with, never by its name. Throws `import.empty` for a file without bytes and
 * `import.format` (fields `kind`, `file`) for one of a known other kind.
 */
export function detectFormat(head: Uint8Array, name: string): 'text' | 'parquet' {
  if (head.length === 0) throw new AppError('import.empty', `file is empty: ${name}`, { file: name });
  if (startsWith(head, PARQUET)) return 'parquet';
  const found = SIGNATURES.find(({ bytes, at }) => startsWith(head, bytes, at));
  if (found) {
    // a workbook is a zip; only its extension tells it from other archives
    const kind = found.kind === 'xlsx' && !/\.xls[xmb]$/i.test(name) ? 'zip' : found.kind;
    throw new AppError('import.format', `format not supported: ${kind} (${name})`, { kind, file: name });
  }
  return 'text';
}

function startsWith(head: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, i) => head[at + i] === byte);
}
