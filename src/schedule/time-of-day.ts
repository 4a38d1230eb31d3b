/** A time of day, and the text before it. */
export interface TimeOfDay {
  before: string;
  hour: number;
  minute: number;
}

const PART = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)?';
const CLOCK = new RegExp(`^(.*?)${PART}\\s*(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*(am|pm)?$`, 'u');
const HOUR = new RegExp(`^(.*?)${PART}\\s*(\\d{1,2})\\s*(?:[点點时時]整?(?:(\\d{1,2})分?|(半))?|(am|pm))$`, 'u');

/**
 * Splits off the time of day at the end of a text: `8:30`, `8am`, `8:30 pm`, `8点半`, `下午3点`. The text must be in lower case
 * and NFKC. Undefined if it ends without a valid time.
 */
export function splitTime(text: string): TimeOfDay | undefined {
  const [, before = '', part, hour, minute = '0', half] = CLOCK.exec(text) ?? [];
  if (hour !== undefined) return toTime(before, Number(hour), { minute: Number(minute), half: half ?? part });
  const [, day = '', partOfDay, whole, minutes = '0', thirty, noon] = HOUR.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const past = thirty === undefined ? Number(minutes) : 30;
  return toTime(day, Number(whole), { minute: past, half: noon ?? partOfDay });
}

/** The milliseconds from midnight to `HH:MM`. */
export function msOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

function toTime(
  before: string,
  typed: number,
  { minute, half }: { minute: number; half: string | undefined },
): TimeOfDay | undefined {
  const hour = half === undefined ? typed : toHour(typed, half);
  if (hour === undefined || hour > 23 || minute > 59) return undefined;
  return { before: before.replace(/(?<=\d)t$|[\s,]+$/u, ''), hour, minute };
}

function toHour(typed: number, half: string): number | undefined {
  if (half === 'am' || half === 'pm') {
    if (typed < 1 || typed > 12) return undefined;
    return (typed % 12) + (half === 'pm' ? 12 : 0);
  }
  if (half === '凌晨' && typed === 12) return 0;
  if (half === '晚上' && typed === 12) return undefined; // the start of the day, or its end?
  const isLate = half === '中午' ? typed < 11 : /^(?:下午|傍晚|晚上)$/u.test(half) && typed < 12;
  return isLate ? typed + 12 : typed;
}
