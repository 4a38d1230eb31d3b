import type { QuietHours } from '../schedule/schedule.ts';
import { parseTimes } from './parse-times.ts';

const FROM = /^(?:(?:from|von|des?|da|dalle|с|з)(?!\p{L})|[从從自])\s*/iu;
const BETWEEN_AND = /^between\s+(.+?)\s+and\s+/iu;
const BETWEEN =
  /\s*(?:[-–—~〜]|[至到](?:次日|第二天|翌日|隔天|隔日|明早)?|(?<!\p{L})(?:to|until|till|bis|à|al?(?! ?m)|alle|às|até|до)(?!\p{L}))\s*/iu;
const OFF = /^(?:off|none|no|never|关|关闭|关掉|不要|關|關閉|關掉|無|无)$/iu;

/** Parses typed quiet hours: `22:00-07:00`, `10 pm to 7 am`, `晚上10点到早上7点`; null if there are none: `off`, `关`. */
export function parseQuietHours(typed: string): QuietHours | null | undefined {
  const text = typed.normalize('NFKC').trim().replace(FROM, '').replace(BETWEEN_AND, '$1-');
  if (OFF.test(text)) return null;
  const [from, to, ...others] = text.split(BETWEEN).map(parseOneTime);
  if (from === undefined || to === undefined || others.length > 0 || from === to) return undefined;
  return { from, to };
}

function parseOneTime(typed: string): string | undefined {
  // Hours without minutes are enough in a range: `22-7`.
  const times = parseTimes(/^\d{1,2}$/u.test(typed) ? `${typed}:00` : typed);
  return typeof times === 'object' && times.length === 1 ? times[0] : undefined;
}
