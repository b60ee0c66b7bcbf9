import type { ChartFunction } from '../../src/cell/index.ts';
import { isNarrow, namesOf, shade } from './chart-parts.ts';

/** Segment before by segment now; the darker, the larger the share of those who were in the segment before. */
export const migration: ChartFunction = (view, kit) => {
  const narrow = isNarrow(kit);
  const from = namesOf(view, kit, 'from_segment', 'from', 'segment');
  const to = namesOf(view, kit, 'to_segment', 'to', 'segment');
  const { fill, ink } = shade(kit, 'share_of_from', 1);
  // The same order on both axes, so that who stayed is on the diagonal.
  const order = String(view.args?.order ?? '')
    .split('\n')
    .map((name) => kit.name('segment', name));
  const sorted = (names: readonly string[]) => [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const labelLimit = narrow ? 96 : 180;
  const x = {
    field: 'to',
    type: 'nominal',
    scale: { domain: sorted(to.names), paddingInner: 0.04 },
    axis: { title: null, orient: 'top', labelAngle: -40, labelAlign: 'left', labelLimit },
  };
  const y = {
    field: 'from',
    type: 'nominal',
    scale: { domain: sorted(from.names), paddingInner: 0.04 },
    axis: { title: null, labelLimit },
  };
  const tooltip = [
    { field: 'from', title: kit.t('column.from_segment') },
    { field: 'to', title: kit.t('column.to_segment') },
    { field: 'customers', type: 'quantitative', title: kit.t('column.customers'), ...kit.axisFormat('customers') },
    { field: 'share_of_from', type: 'quantitative', title: kit.t('column.share_of_from'), ...kit.axisFormat('share') },
    { field: 'revenue', type: 'quantitative', title: kit.t('column.revenue'), ...kit.axisFormat('money') },
  ];
  return {
    transform: [from.transform, to.transform],
    height: Math.max(from.names.length, 2) * (narrow ? 24 : 30),
    layer: [
      { mark: { type: 'rect', cornerRadius: 2 }, encoding: { x, y, color: fill, tooltip } },
      ...(narrow
        ? []
        : [
            {
              mark: { type: 'text', fontSize: 11 },
              encoding: { x, y, color: ink, text: { field: 'customers', type: 'quantitative', ...kit.axisFormat('customers') } },
            },
          ]),
    ],
    resolve: { scale: { color: 'independent' } },
  };
};
