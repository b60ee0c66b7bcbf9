import DOMPurify from 'dompurify';
import { Marked } from 'marked';

/** What notes may be made of: text, lists, tables, code, links. No pictures, styles, forms or scripts. */
const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'sub', 'sup', 'br', 'hr'],
  ...['a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
/** Tags within Markdown are shown as text. */
const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => escaped(text) } });

/** Markdown as safe HTML. Links open apart from the app and tell nothing of where they were pressed. */
export function renderNotes(markdown: string): string {
  const html = marked.parse(markdown, { async: false });
  const clean = DOMPurify.sanitize(html, { ALLOWED_TAGS, ALLOWED_ATTR: ['href', 'align', 'start'], RETURN_DOM_FRAGMENT: true });
  for (const link of clean.querySelectorAll('a')) {
    if (!/^https?:/i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  const box = document.createElement('div');
  box.append(clean);
  return box.innerHTML;
}
