import type { RoleType } from '../../cell/roles.ts';
import type { PreviewColumn } from '../options.ts';

/** How well what a column holds suits a role's type: 1 fully, 0 not at all. */
export function suit(column: PreviewColumn, role: RoleType): number {
  const { type, profile } = column;
  if (profile.values === 0) return 0.5;
  const spread = profile.distinct / profile.values;
  switch (role) {
    case 'key':
      if (type === 'number') return profile.fractional > 0 ? 0.1 : 0.6;
      return type === 'text' || type === 'integer' ? (profile.negative > 0 ? 0.3 : 1) : 0.1;
    case 'time':
      return type === 'date' || type === 'timestamp' ? 1 : 0.15;
    case 'money':
    case 'number':
      return type === 'number' || type === 'integer' ? 1 : 0.2;
    case 'flag':
      if (type === 'flag') return 1;
      if (type === 'integer') return (profile.min ?? 0) >= 0 && (profile.max ?? 2) <= 1 ? 0.9 : 0.2;
      return type === 'text' && profile.distinct <= 2 ? 0.6 : 0.15;
    case 'category':
      if (type === 'text' || type === 'flag') return profile.values > 50 && spread > 0.8 ? 0.6 : 1;
      if (type === 'integer') return profile.distinct <= 50 ? 0.8 : 0.4;
      return 0.25;
    case 'text':
      return type === 'text' ? 1 : type === 'integer' ? 0.7 : 0.3;
  }
}
