import { describe, expect, it } from 'vitest';
import { withoutDateline } from '../../src/summary/dateline.ts';

describe('a paragraph for a summary', () => {
  it.each([
    ['北岸讯（记者 林晚）', '湖上的冰路今年早开两个星期。'],
    ['本报北岸5月3日讯 ', '湖上的冰路今年早开两个星期。'],
    ['湖区社北岸5月3日电 (记者 林晚)', '湖上的冰路今年早开两个星期。'],
    ['编者按：', '湖上的冰路今年早开两个星期。'],
    ['【编者按】', '湖上的冰路今年早开两个星期。'],
    ['【北岸共同】', '氷の道は今年、二週間早く開く。'],
    ['[북안=호수뉴스] 홍길동 기자 = ', '얼음길은 올해 이 주 일찍 열린다.'],
    ['NORTHPORT, 3 May. (LAKE PRESS) - ', 'The northern ice road will open early.'],
    ['NORTHPORT, May 3, 2021 /PRNewswire/ -- ', 'The northern ice road will open early.'],
    ['Northport (dpa/lno) - ', 'Der Eisweg im Norden öffnet früher.'],
    ['(ANSA) - NORTHPORT, 03 MAG - ', 'La strada di ghiaccio apre prima.'],
    ['СЕВЕРНЫЙ, 3 мая - РИА Новости. ', 'Ледовая дорога откроется раньше.'],
    ['СЕВЕРНЫЙ, 3 мая. /ТАСС/. ', 'Ледовая дорога откроется раньше.'],
    ['القاهرة (رويترز) - ', 'يفتح طريق الجليد الشمالي مبكرا هذا العام.'],
    ['Editor’s note: ', 'The northern ice road will open early.'],
  ])('omits the place, day and agency, or the label: %s', (label, sentence) => {
    expect(withoutDateline(label + sentence)).toBe(sentence);
  });

  it.each([
    '通讯员林晚在北岸等了一天。',
    '北岸的电 (电力) 断了。',
    'Париж, 3 мая - день, которого ждали.',
    'The editor’s note was short.',
  ])('keeps a sentence: %s', (sentence) => {
    expect(withoutDateline(sentence)).toBe(sentence);
  });
});
