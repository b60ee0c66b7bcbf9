import { describe, expect, it } from 'vitest';
import { PALETTES, type Scheme } from '../../src/charts/palette.ts';
import { contrast, distance, lightness, linearRgb, seenBy, VISION } from '../support/color-vision.ts';

const pairs = <T>(items: readonly T[]) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
const visions = Object.keys(VISION) as (keyof typeof VISION)[];

describe.each(Object.keys(PALETTES) as Scheme[])('the %s palette', (scheme) => {
  const palette = PALETTES[scheme];
  const light = (color: string) => lightness(linearRgb(color));

  it('keeps series apart for every kind of colour vision', () => {
    for (const vision of visions)
      for (const [a, b] of pairs(palette.categorical))
        expect(distance(seenBy(vision, linearRgb(a)), seenBy(vision, linearRgb(b))), `${vision}: ${a} ${b}`).toBeGreaterThan(0.1);
  });

  it('keeps series apart in grey print', () => {
    for (const [a, b] of pairs(palette.categorical)) expect(Math.abs(light(a) - light(b)), `${a} ${b}`).toBeGreaterThan(6);
  });

  it('stands out from the page: marks at 3 : 1, text at 4.5 : 1', () => {
    for (const color of [...palette.categorical, palette.good, palette.bad, palette.accent])
      expect(contrast(color, palette.background), color).toBeGreaterThanOrEqual(3);
    for (const color of [palette.text, palette.muted, palette.good, palette.bad, palette.accent])
      expect(contrast(color, palette.background), color).toBeGreaterThanOrEqual(4.5);
  });

  it('goes from the page outwards, step by step, from little to much', () => {
    const steps = palette.sequential.map(light);
    const outwards = scheme === 'light' ? steps.map((step) => -step) : steps;
    for (const [i, step] of outwards.slice(1).entries()) expect(step - (outwards[i] as number)).toBeGreaterThan(5);
  });

  it('names an ink for each step that can be read on it', () => {
    expect(palette.sequentialInk).toHaveLength(palette.sequential.length);
    palette.sequential.forEach((step, i) => {
      expect(contrast(step, palette.sequentialInk[i] as string), step).toBeGreaterThanOrEqual(4.5);
    });
  });

  it('has two arms about a middle, equally far from it, that no reader takes for each other', () => {
    const [middle, count] = [Math.floor(palette.diverging.length / 2), palette.diverging.length];
    for (let i = 0; i < middle; i++) {
      const [low, high] = [palette.diverging[i] as string, palette.diverging[count - 1 - i] as string];
      expect(Math.abs(light(low) - light(high))).toBeLessThan(1);
      for (const vision of visions.filter((v) => v !== 'tritan' || i > 0))
        expect(distance(seenBy(vision, linearRgb(low)), seenBy(vision, linearRgb(high))), `${vision}: ${low} ${high}`).toBeGreaterThan(
          0.08,
        );
    }
  });

  it('tells good from bad without red and green', () => {
    for (const vision of visions)
      expect(distance(seenBy(vision, linearRgb(palette.good)), seenBy(vision, linearRgb(palette.bad))), vision).toBeGreaterThan(0.1);
  });
});
