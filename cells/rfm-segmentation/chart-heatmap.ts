import type { ChartFunction } from '../../src/cell/index.ts';
import { isNarrow, largest, shade } from './chart-parts.ts';

/** Recency across, frequency upwards; the darker, the more customers. */
export const heatmap: ChartFunction = (view, kit) => {
  const bins = { r: Number(view.args?.r ?? 5), f: Number(view.args?.f ?? 5) };
  const narrow = isNarrow(kit);
  const roomy = kit.width / bins.r >= 64;
  const { fill, ink } = shade(kit, 'customers', largest(view, 'customers'));
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
  const x = {
    field: 'r',
    type: 'ordinal',
    scale: { domain: upTo(bins.r), paddingInner: 0.04 },
    axis: { title: kit.t('heatmap.r'), labelAngle: 0 },
  };
  const y = {
    field: 'f',
    type: 'ordinal',
    scale: { domain: upTo(bins.f).reverse(), paddingInner: 0.04 },
    axis: { title: kit.t('heatmap.f') },
  };
  const tooltip = view.columns.map(({ name, unit, label }) => ({
    field: name,
    title: kit.t(label?.key ?? `column.${name}`),
    ...(unit ? { type: 'quantitative', ...kit.axisFormat(unit) } : {}),
  }));
  const label = (field: string, unit: 'customers' | 'money', dy: number, size: number, weight: number) => ({
    mark: { type: 'text', dy, fontSize: size, fontWeight: weight },
    encoding: { x, y, color: ink, text: { field, type: 'quantitative', ...kit.axisFormat(unit) } },
  });
  return {
    height: bins.f * (narrow ? 40 : roomy ? 56 : 36),
    layer: [
      { mark: { type: 'rect', cornerRadius: 3 }, encoding: { x, y, color: fill, tooltip } },
      label('customers', 'customers', roomy ? -8 : 0, narrow ? 11 : 13, 600),
      ...(roomy ? [label('monetary', 'money', 10, 11, 400)] : []),
    ],
    resolve: { scale: { color: 'independent' } },
  };
};
