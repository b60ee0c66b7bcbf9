import type { NotebookDocument } from '../notebook/document.ts';
import { MAX_DOCUMENT_LENGTH, parseDocument } from '../notebook/parse-document.ts';
import { stableJson } from '../notebook/serialize.ts';
import { AppError } from '../util/app-error.ts';
import { fromBase64url, toBase64url } from '../util/base64url.ts';
import { crc32 } from '../util/crc-32.ts';
import { deflate, inflate } from '../util/deflate.ts';
import { toRecipe } from './recipe.ts';

/** The form of link that this version writes: `#n1.<crc-32, 8 hex digits>.<base64url of raw-deflated JSON>`. */
export const LINK_VERSION = 1;
/** Characters of a fragment; browsers take megabytes, chats and mail do not. */
export const MAX_LINK_LENGTH = 1_000_000;
/** Above this many characters some programs cut a link: warn. */
export const LONG_LINK = 8_000;

/** The fragment of a link that reopens the notebook, `#` included. Throws `link.too-large`. */
export async function encodeRecipe(document: NotebookDocument): Promise<string> {
  const bytes = new TextEncoder().encode(stableJson(toRecipe(document)));
  const payload = toBase64url(await deflate(bytes));
  const fragment = `#n${LINK_VERSION}.${crc32(bytes).toString(16).padStart(8, '0')}.${payload}`;
  if (fragment.length > MAX_LINK_LENGTH || bytes.length > MAX_DOCUMENT_LENGTH) throw tooLarge(fragment.length);
  return fragment;
}

/** Whether a fragment claims to be a notebook at all, damaged or not. */
export function isLink(fragment: string): boolean {
  return /^#?n\d+\./.test(fragment);
}

/**
 * The notebook of a link. Throws `link.damaged` (cut short, changed, or no link), `link.newer` (made by a later version
 * of the app), `link.too-large`. Whatever comes in, nothing else is thrown.
 */
export async function decodeLink(fragment: string): Promise<NotebookDocument> {
  if (fragment.length > MAX_LINK_LENGTH) throw tooLarge(fragment.length);
  const [, version, checksum, payload] = /^#?n(\d{1,6})\.(?:([0-9a-f]{8})\.([A-Za-z0-9_-]+)$)?/.exec(clean(fragment)) ?? [];
  if (version === undefined) throw damaged();
  if (Number(version) > LINK_VERSION) throw new AppError('link.newer', `link of a newer version: ${version}`, { version: Number(version) });
  if (Number(version) !== LINK_VERSION || checksum === undefined || payload === undefined) throw damaged();

  const json = await readPayload(payload, checksum);
  try {
    return parseDocument(json);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'notebook.newer')
      throw new AppError('link.newer', cause.message, cause.fields, { cause });
    throw damaged(cause);
  }
}

/** Chats and mail programs break lines and escape characters. */
function clean(fragment: string): string {
  const joined = fragment.replace(/\s+/g, '');
  try {
    return joined.includes('%') ? decodeURIComponent(joined).replace(/\s+/g, '') : joined;
  } catch {
    return joined;
  }
}

async function readPayload(payload: string, checksum: string): Promise<string> {
  const packed = fromBase64url(payload);
  if (!packed) throw damaged();
  const bytes = await inflate(packed, MAX_DOCUMENT_LENGTH).catch((cause) => {
    throw damaged(cause);
  });
  if (!bytes) throw tooLarge(payload.length);
  if (crc32(bytes) !== Number.parseInt(checksum, 16)) throw damaged();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): AppError {
  return new AppError('link.damaged', 'damaged link', {}, { cause });
}

function tooLarge(length: number): AppError {
  return new AppError('link.too-large', `link too large: ${length} characters`, { length });
}
