const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Days since 1970-01-01 as text; DuckDB's way for infinities and for years before 1. */
export function dayText(days: number): string {
  if (days === 2_147_483_647) return 'infinity';
  if (days === -2_147_483_647) return '-infinity';
  const [year, month, day] = civil(days);
  return year > 0 ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : `${pad(1 - year, 4)}-${pad(month)}-${pad(day)} (BC)`;
}

/** Microseconds since 1970 as `YYYY-MM-DD HH:MM:SS`, with a fraction only where there is one. */
export function timestampText(microseconds: bigint): string {
  if (microseconds === 9_223_372_036_854_775_807n) return 'infinity';
  if (microseconds === -9_223_372_036_854_775_807n) return '-infinity';
  const day = 86_400_000_000n;
  let days = microseconds / day;
  let rest = microseconds % day;
  if (rest < 0n) {
    days -= 1n;
    rest += day;
  }
  return `${dayText(Number(days))} ${timeText(rest)}`;
}

/** Microseconds since midnight as `HH:MM:SS`. */
export function timeText(microseconds: bigint): string {
  const total = Number(microseconds);
  const seconds = Math.floor(total / 1_000_000);
  const fraction = total % 1_000_000;
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return fraction === 0 ? clock : `${clock}.${pad(fraction, 6).replace(/0+$/, '')}`;
}

/** Year, month, day of the proleptic Gregorian calendar; Hinnant's days-to-civil. */
function civil(days: number): [year: number, month: number, day: number] {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}
