import { z } from 'zod';

const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The bounds of an interval as it is typed, `10s` or `24h`, and the default. */
interface IntervalBounds {
  from: string;
  to: string;
  default: string;
}

/** A schema for an interval, in milliseconds. */
export function intervalSetting({ from, to, default: usual }: IntervalBounds) {
  const [fromMs = 0, toMs = 0] = [parseInterval(from), parseInterval(to)];
  const message = `is not an interval from ${from} to ${to}. Use a number with s, m, h or d, such as ${usual}.`;
  return z
    .string()
    .default(usual)
    .transform((typed, context) => {
      const ms = parseInterval(typed);
      if (ms !== undefined && ms >= fromMs && ms <= toMs) return ms;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

function parseInterval(typed: string): number | undefined {
  const [, amount, unit] = /^(\d{1,6})\s*([smhd])$/i.exec(typed) ?? [];
  const unitMs = Object.entries(UNITS_MS).find(([name]) => name === unit?.toLowerCase())?.[1];
  return unitMs === undefined ? undefined : Number(amount) * unitMs;
}
