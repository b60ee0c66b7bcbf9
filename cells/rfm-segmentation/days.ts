const DAY = 86_400_000;

/** A calendar day (`YYYY-MM-DD`) moved by a number of days. Days outside the years 1…9999 stay at that limit. */
export function addDays(day: string, days: number): string {
  return clampDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY));
}

/** A calendar day moved by whole months; a day that the month does not have becomes its last: 31 March − 1 is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month - 1 + months + 1, 0);
  const target = new Date(last);
  target.setUTCDate(Math.min(date, last.getUTCDate()));
  return clampDay(target);
}

/** Days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

function clampDay(date: Date): string {
  const iso = date.toISOString();
  if (iso.startsWith('-')) return '0001-01-01';
  if (iso.startsWith('+')) return '9999-12-31';
  return iso < '0001' ? '0001-01-01' : iso.slice(0, 10);
}
