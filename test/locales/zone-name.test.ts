import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/locales/languages.ts';
import { zoneName } from '../../src/locales/zone-name.ts';
import { zones } from '../../src/schedule/zones.ts';

const ZONES = ['Etc/GMT+5', 'Etc/GMT-14', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'Africa/Nairobi', 'UTC'];

describe('the name of a zone', () => {
  it.each<[Language, string[]]>([
    ['en', ['UTC-5', 'UTC+14', 'Shanghai', 'Buenos Aires', 'Nairobi', 'UTC']],
    ['zh-CN', ['UTC-5', 'UTC+14', '北京时间', '布宜诺斯艾利斯时间', '肯尼亚时间', 'UTC']],
    ['zh-TW', ['UTC-5', 'UTC+14', '北京時間', '布宜諾斯艾利斯時間', '肯亞時間', 'UTC']],
  ])('is what people call it in %s', (language, names) => {
    expect(ZONES.map((zone) => zoneName(zone, language))).toEqual(names);
  });

  it('means one zone, in each language', () => {
    for (const language of ['zh-CN', 'zh-TW'] as const) {
      const named = Map.groupBy(zones, (zone) => zoneName(zone, language));
      const shared = [...named].filter(([name, same]) => /\p{Script=Han}/u.test(name) && same.length > 1);
      expect(shared).toEqual([]);
    }
  });
});
