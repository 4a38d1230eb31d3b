import type { Language } from '../locales/languages.ts';
import { zoneName } from '../locales/zone-name.ts';
import { toKey, zones } from './zones.ts';

/** The languages that have names of their own for the times of zones, by how these names end. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['时间', 'zh-CN'],
  ['時間', 'zh-TW'],
]);
const SUFFIX = /\p{Script=Han}.*(时间|時間)$/u;

const tables = new Map<Language, ReadonlyMap<string, readonly string[]>>();

/**
 * Finds the zones that a language shows by exactly this name, such as `荷兰时间`. All names of a language are collected when the
 * first one is looked up, which takes tenths of a second.
 */
export function zonesShownAs(name: string): readonly string[] {
  const language = LANGUAGES.get(SUFFIX.exec(name)?.[1] ?? '');
  if (language === undefined) return [];
  const table = tables.get(language) ?? Map.groupBy(zones, (zone) => toKey(zoneName(zone, language)));
  tables.set(language, table);
  return table.get(toKey(name)) ?? [];
}
