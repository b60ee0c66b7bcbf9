import { describe, expect, it } from 'vitest';
import { text, type View } from '../../../src/cell/index.ts';
import { slots } from '../../../src/ui/result/slots.ts';

const view = (id: string, key = id): View => ({ kind: 'prose', id, text: text(key) });
const order = ['headline', 'tiles', 'curve'];
const brief = (input: Parameters<typeof slots>[0]) => slots(input).map((slot) => `${slot.id} ${slot.state}`);

describe('slots', () => {
  it('keeps room for every declared view while the first run is under way', () => {
    const found = slots({ order, views: [view('tiles')], previous: [], pending: true });
    expect(found.map((slot) => slot.state)).toEqual(['awaited', 'fresh', 'awaited']);
    expect(found[0]).toEqual({ id: 'headline', state: 'awaited', room: 'line' });
  });

  it('lets the run before hold the place until the new view is there', () => {
    expect(brief({ order, views: [view('headline', 'new')], previous: [view('headline', 'old'), view('curve')], pending: true })).toEqual([
      'headline fresh',
      'curve old',
    ]);
  });

  it('shows what there is in reading order once the run is over', () => {
    expect(brief({ order, views: [view('curve'), view('headline')], previous: [view('tiles')], pending: false })).toEqual([
      'headline fresh',
      'curve fresh',
    ]);
  });

  it('puts views that were not declared last', () => {
    expect(brief({ order: [], views: [view('a'), view('b')], previous: [], pending: false })).toEqual(['a fresh', 'b fresh']);
    expect(brief({ order, views: [view('extra'), view('curve')], previous: [], pending: false })).toEqual(['curve fresh', 'extra fresh']);
  });
});
