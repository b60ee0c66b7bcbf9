import DOMPurify from 'dompurify';
import { Marked, type Tokens } from 'marked';
import type { FactText } from './facts-in-text.ts';

const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'sub', 'sup', 'br', 'hr'],
  ...['a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'span'],
];

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Markdown with quoted facts as safe HTML: no pictures, styles, forms or scripts; tags within it are shown as text. */
export function renderProse(markdown: string, fact: (name: string) => FactText): string {
  const quote = {
    name: 'fact',
    level: 'inline' as const,
    start: (source: string) => source.indexOf('{{'),
    tokenizer(source: string) {
      const match = /^\{\{\s*([^{}]+?)\s*\}\}/.exec(source);
      return match ? { type: 'fact', raw: match[0], name: match[1] } : undefined;
    },
    renderer(token: Tokens.Generic) {
      const { text, state } = fact(String(token.name));
      return `<span data-fact="${escaped(String(token.name))}" data-state="${state}" title="${escaped(String(token.name))}">${escaped(text)}</span>`;
    },
  };
  const marked = new Marked({ gfm: true, breaks: true, renderer: { html: ({ text }) => escaped(text) }, extensions: [quote] });
  const html = marked.parse(markdown, { async: false });
  const clean = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'align', 'start', 'title', 'data-fact', 'data-state'],
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of clean.querySelectorAll('a')) {
    if (!/^https?:/i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  const box = document.createElement('div');
  box.append(clean);
  return box.innerHTML;
}
