/** A label at the end of a line. */
export interface EndLabel {
  text: string;
  /** Where the line ends, and where its label goes. */
  value: number;
  at: number;
  column: number;
  color: string;
}

/**
 * Moves labels apart that would overlap, as little as needed and in the order of their lines. `gap` and the ends of the
 * scale are in the units of value.
 */
export function dodge(labels: readonly EndLabel[], gap: number, [bottom, top]: readonly [number, number]): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.value - b.value).map((label) => ({ ...label }));
  for (const [i, label] of sorted.entries()) {
    const below = sorted[i - 1];
    label.at = Math.max(label.value, below ? below.at + gap : bottom);
  }
  for (let i = sorted.length - 1; i >= 0; i--) {
    const [label, above] = [sorted[i], sorted[i + 1]];
    if (label) label.at = Math.min(label.at, above ? above.at - gap : top);
  }
  return sorted;
}
