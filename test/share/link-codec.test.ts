import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NotebookDocument } from '../../src/notebook/document.ts';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import { addAnalysis, addProse, addSql, setParam, setTitle } from '../../src/notebook/operations.ts';
import { decodeLink, encodeRecipe, isLink, MAX_LINK_LENGTH } from '../../src/share/link-codec.ts';
import { toRecipe } from '../../src/share/recipe.ts';
import { AppError } from '../../src/util/app-error.ts';
import { toBase64url } from '../../src/util/base64url.ts';
import { crc32 } from '../../src/util/crc-32.ts';
import { full } from '../notebook/documents.ts';

/** A link with any payload and a right checksum, packed by another implementation of DEFLATE. */
function link(json: string, version = 1): string {
  const bytes = new TextEncoder().encode(json);
  return `#n${version}.${crc32(bytes).toString(16).padStart(8, '0')}.${toBase64url(deflateRawSync(bytes))}`;
}

async function codeOf(fragment: string): Promise<string> {
  try {
    await decodeLink(fragment);
    return 'let through';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

test('a notebook comes back as its recipe', async () => {
  expect(await decodeLink(await encodeRecipe(full()))).toEqual(toRecipe(full()));
});

test('a sample notebook comes back as it was', async () => {
  const document: NotebookDocument = { ...full(), sources: full().sources.slice(1), bindings: full().bindings.slice(1) };
  expect(await decodeLink(await encodeRecipe(document))).toEqual(document);
});

test('whatever is typed survives the road', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), fc.jsonValue(), async (title, code, value) => {
      let document = setTitle(emptyDocument({ id: 'x' }), title);
      document = addAnalysis(document, { id: 'rfm-segmentation', version: 1, alias: 'rfm' }).document;
      document = setParam(document, 'c1', 'value', JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')));
      document = addSql(document, { code }).document;
      document = addProse(document, { text: title }).document;
      const back = await decodeLink(await encodeRecipe(document));
      expect(JSON.stringify(back.cells[1])).toBe(JSON.stringify(document.cells[1]));
      expect(back.title).toBe(document.title);
      expect(back.cells[2]).toEqual(document.cells[2]);
    }),
    { numRuns: 200 },
  );
});

test('links made elsewhere with another compressor are read', async () => {
  expect(await decodeLink(link(JSON.stringify(full())))).toEqual(full());
});

test('a mail that broke the line or escaped the dots does no harm', async () => {
  const fragment = await encodeRecipe(full());
  const broken = `${fragment.slice(0, 40)}\r\n ${fragment.slice(40, 90)}\n${fragment.slice(90)}`;
  expect(await decodeLink(broken)).toEqual(toRecipe(full()));
  expect(await decodeLink(fragment.replaceAll('.', '%2E'))).toEqual(toRecipe(full()));
  expect(await decodeLink(fragment.slice(1))).toEqual(toRecipe(full()));
});

describe('bad links', () => {
  test('a link cut short anywhere is damaged', async () => {
    const fragment = await encodeRecipe(full());
    for (let length = 0; length < fragment.length; length += 7) {
      const cut = fragment.slice(0, length);
      if (/^#?n1?$/.test(cut) || length < 4) continue;
      expect(await codeOf(cut), `${length} characters`).toBe('link.damaged');
    }
  });

  test('one changed character is damage', async () => {
    const fragment = await encodeRecipe(full());
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 13, max: fragment.length - 2 }),
        fc.constantFrom('A', 'b', '0', '_', '!'),
        async (at, character) => {
          if (fragment[at] === character) return;
          const changed = fragment.slice(0, at) + character + fragment.slice(at + 1);
          expect(await codeOf(changed)).toBe('link.damaged');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('whatever follows the mark, nothing but an AppError is thrown', async () => {
    const inside = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 500 }).map((bytes) => `#n1.00000000.${toBase64url(bytes)}`),
      fc
        .uint8Array({ maxLength: 500 })
        .map((bytes) => `#n1.${crc32(bytes).toString(16).padStart(8, '0')}.${toBase64url(deflateRawSync(bytes))}`),
      fc.jsonValue().map((value) => link(JSON.stringify(value))),
    );
    await fc.assert(
      fc.asyncProperty(inside, async (fragment) => {
        expect(await codeOf(fragment)).toMatch(/^link\./);
      }),
      { numRuns: 500 },
    );
  });

  test('a link of a later version says so, whatever it holds', async () => {
    expect(await codeOf('#n2.anything at all')).toBe('link.newer');
    expect(await codeOf(link(JSON.stringify(full()), 7))).toBe('link.newer');
    expect(await codeOf(link(JSON.stringify({ ...full(), schema: 9 })))).toBe('link.newer');
  });

  test('a notebook that is none is damage, with the place that is wrong', async () => {
    const fragment = link(JSON.stringify({ ...full(), cells: [{ type: 'shell' }] }));
    await expect(decodeLink(fragment)).rejects.toMatchObject({
      code: 'link.damaged',
      cause: { fields: { path: expect.stringMatching(/^cells\.0/) } },
    });
  });

  test('a few bytes that unfold into gigabytes are given up early', async () => {
    const bomb = deflateRawSync(new Uint8Array(200 * 2 ** 20));
    const fragment = `#n1.00000000.${toBase64url(bomb)}`;
    expect(fragment.length).toBeLessThan(MAX_LINK_LENGTH);
    const before = process.memoryUsage().rss;
    expect(await codeOf(fragment)).toBe('link.too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  test('what no program could carry is neither made nor read', async () => {
    expect(await codeOf(`#n1.00000000.${'A'.repeat(MAX_LINK_LENGTH)}`)).toBe('link.too-large');
    let document = emptyDocument({ id: 'x' });
    let seed = 1;
    const noise = (): string => {
      const characters = Array.from({ length: 150_000 }, () => {
        seed = (seed * 48271) % 2147483647;
        return String.fromCharCode(33 + (seed % 90));
      });
      return characters.join('');
    };
    for (let i = 0; i < 10; i += 1) document = addProse(document, { text: noise() }).document;
    await expect(encodeRecipe(document)).rejects.toMatchObject({ code: 'link.too-large' });
  });

  test('only a notebook is taken for one', () => {
    expect(isLink('#n1.0')).toBe(true);
    expect(isLink('#n12.abc')).toBe(true);
    expect(isLink('#data')).toBe(false);
    expect(isLink('#notes')).toBe(false);
  });
});
