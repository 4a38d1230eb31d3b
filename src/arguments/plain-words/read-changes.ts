import { formatRequest } from '../../phrase/format-request.ts';
import { parseRequest } from '../../phrase/parse-request.ts';
import { parseDays, parseTimes } from '../../phrase/parse-times.ts';
import { readEdit } from '../../phrase/read-edit.ts';
import type { PlainCommand } from './plain-command.ts';

/** The number of a subscription in front of what becomes of it. */
const LINE = /^(?:#\d+\s+|第[一二三四五六七八九十\d]{1,2}[个個条條])/u;

/** Whether words name nothing but a style: `just headlines`. */
function isStyle(text: string): boolean {
  const { style, topics, without, sources, days, times, problems } = parseRequest(text);
  return style !== undefined && [topics, without, sources, days, times, problems].every(({ length }) => length === 0);
}

/** Verbs with which many headlines and names begin. */
const HEADLINE = /^(?:(?:stop|cancel|remove|drop|delete)\s|取消|停止|删除|刪除)/iu;

/** Words that name nothing but topics that are not wanted: `no sport please`. */
export function readUnwanted(text: string): PlainCommand | undefined {
  const { kind, rest = '' } = readEdit(text) ?? {};
  const { topics, without, sources, days, times, style, problems } = parseRequest(
    kind === 'end' && !HEADLINE.test(text) ? `except ${rest}` : text,
  );
  const isOnly = without.length > 0 && [topics, sources, days, times, problems].every(({ length }) => length === 0);
  if (!isOnly || style !== undefined) return undefined;
  return { name: 'subscribe', input: `also ${formatRequest({ without })}`, isOffer: true };
}

/** Words that ask for digests without pictures, about which `/subscribe` asks: `no images please`. */
export function readPictures(text: string): PlainCommand | undefined {
  const { kind, rest } = readEdit(text) ?? {};
  const { problems, topics, without } = parseRequest(kind === 'end' ? `except ${rest}` : text);
  const isOnly = problems.length === 1 && problems[0]?.kind === 'pictures' && topics.length + without.length === 0;
  const input = kind === 'end' ? text : `change it to ${text}`;
  return isOnly ? { name: 'subscribe', input, isOffer: false } : undefined;
}

/** Words that change or add the time of a subscription, or change its style: `move it to 9pm`, `just headlines`. */
export function readChange(text: string): PlainCommand | undefined {
  const { kind, rest = '' } = readEdit(text) ?? {};
  const time = rest.replace(LINE, '');
  if (isStyle(text)) return { name: 'subscribe', input: `change it to ${text}`, isOffer: true };
  if (kind === 'end' && LINE.test(rest)) return { name: 'subscribe', input: text, isOffer: true };
  const isKnown = (parseTimes(time) ?? parseDays(time)) !== undefined || isStyle(time);
  const isAsked = parseRequest(time).problems.some((problem) => problem.kind === 'frequency');
  if (kind !== undefined && kind !== 'end' && (isKnown || isAsked))
    return { name: 'subscribe', input: text, isOffer: true };
  return undefined;
}
