import { parseTimeSpan } from '../schedule/time-span.ts';
import { parseRequest } from './parse-request.ts';

/** Before a length or an end: `for a week`, `停三天`, `到下周一`. */
const LEAD = /^(?:for(?: about)?|until|till|up to|直到|等到|到|至|停|先停)\s*/u;
const TAIL = /\s*(?:please|thanks|吧|为止|為止)$/u;
/** Why: `for a week, I'm on holiday`. */
const REASON =
  /[\s,，;；.。]+(?:(?:because|’?cause|cos|since|as|while) .+|(?:i|we)(?:[’']?(?:m|re|ll)| am| are| will|[’']?ve) .+|(?:因为|因為|我们?|我們).+)$/u;
const A_FEW =
  /^(?:a few|several|some|a couple of|an?|the|this|next)\s+(?:hours?|days?|weeks?|months?|while|bit)$|^[几幾][个個]?(?:小时|小時|天|日|周|週|星期|礼拜|禮拜|月)$|^(?:一阵子|一陣子|一段时间|一段時間|一会儿|一會兒)$/u;
const NEXT_WEEK = /^(?:下|下下)[个個]?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]?$|^下[个個]月(?:初|底)?$/u;

/** Whether words name nothing but a length or an end: `2 days`, `for a week`, `一周`, `until friday`, `bis Montag`, `到下周一`. */
export function isPeriod(typed: string): boolean {
  const words = typed.normalize('NFKC').trim().toLowerCase().replace(REASON, '');
  const bare = words.replace(LEAD, '').replace(TAIL, '').trim();
  if (parseTimeSpan(bare) !== undefined || A_FEW.test(bare) || NEXT_WEEK.test(bare)) return true;
  const { topics, sources, without, days, times, problems } = parseRequest(words);
  const isWhen = days.length + times.length > 0 || problems.some(({ kind }) => /^(?:frequency|once)$/u.test(kind));
  return isWhen && topics.length + sources.length + without.length === 0;
}
