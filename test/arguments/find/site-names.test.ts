import { describe, expect, it } from 'vitest';
import { hostNamed, siteNames } from '../../../src/arguments/find/site-names.ts';

describe('the host of a well-known site', () => {
  it.each([
    ['纽约时报', '紐約時報', 'nytimes.com'],
    ['德国之声', '德國之聲', 'dw.com'],
    ['法广', '法廣', 'rfi.fr'],
    ['金融时报', '金融時報', 'ft.com'],
    ['ft中文网', 'FT中文網', 'ftchinese.com'],
    ['自由亚洲电台', '自由亞洲電台', 'rfa.org'],
    ['美国之音', '美國之音', 'voachinese.com'],
    ['华尔街日报', '華爾街日報', 'wsj.com'],
    ['卫报', '衛報', 'theguardian.com'],
    ['经济学人', '經濟學人', 'economist.com'],
    ['联合早报', '聯合早報', 'zaobao.com.sg'],
    ['端传媒', '端傳媒', 'theinitium.com'],
    ['New York Times', ' nyt ', 'nytimes.com'],
  ])('is known by its name in both scripts: %s, %s', (one, other, host) => {
    expect([hostNamed(one), hostNamed(other)]).toEqual([host, host]);
  });

  it('is unknown for other words', () => {
    expect(hostNamed('harbour post')).toBeUndefined();
    expect(hostNamed('')).toBeUndefined();
  });
});

it('knows names in other scripts than Chinese only where the library has the site', () => {
  const names = siteNames([{ source: 'nytimes.com' }]);
  expect(names.get('new york times')).toBe('nytimes.com');
  expect(names.get('ft中文网')).toBe('ftchinese.com');
  expect(names.has('financial times')).toBe(false);
});
