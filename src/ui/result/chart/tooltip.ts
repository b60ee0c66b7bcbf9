import styles from './chart.module.css';

const GAP = 12;

/** Vega's tooltip handler: one element for the whole page, whose text is only ever text. */
export function showTooltip(_handler: unknown, event: MouseEvent, _item: unknown, value: unknown): void {
  const content = value === null || value === undefined || value === '' ? undefined : lines(value);
  let box = document.getElementById(ID);
  if (!content) {
    if (box) box.hidden = true;
    return;
  }
  if (!box) {
    box = document.createElement('div');
    box.id = ID;
    box.className = styles.tooltip ?? '';
    box.setAttribute('aria-hidden', 'true');
    document.body.append(box);
    addEventListener('scroll', hideTooltip, { capture: true, passive: true });
  }
  box.replaceChildren(...content);
  box.hidden = false;
  place(box, event.clientX, event.clientY);
}

/** Takes the tooltip away, as when the chart under it is drawn anew. */
export function hideTooltip(): void {
  const box = document.getElementById(ID);
  if (box) box.hidden = true;
}

const ID = 'clientele-tooltip';

function lines(value: unknown): HTMLElement[] {
  if (typeof value !== 'object' || value === null) return [element('p', String(value))];
  return Object.entries(value).map(([name, text]) => {
    const line = element('p', '');
    line.append(element('span', name), element('b', String(text)));
    return line;
  });
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text.slice(0, 300);
  return made;
}

/** At the right and below the pointer, or on the other side where there is no room. */
function place(box: HTMLElement, x: number, y: number): void {
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = x + GAP + width > clientWidth ? Math.max(4, x - GAP - width) : x + GAP;
  const top = y + GAP + height > clientHeight ? Math.max(4, y - GAP - height) : y + GAP;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
