import { describe, expect, it } from 'vitest';
import { isDateLine } from '../../../src/text/date-lines.ts';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

describe('a date line', () => {
  it.each([
    ...WEEKDAYS.map((weekday, index) => `${weekday}, ${13 + index} Jul 2020 12:32:28 GMT`),
    'Wednesday 20 November 2019 9:22 am',
    'Published 3 March 2021, 14:05',
    '2021年11月15日 星期一 18:13',
    '发布时间：2021-11-15 10:13',
    '24 分钟前',
    '3 hours ago',
    'Donnerstag, 4. März 2021',
    'vendredi 5 février 2021 à 9h30',
    'الأحد 7 يناير 2024',
    'Publié il y a 3 heures, mis à jour il y a 1 heure',
    'Publié il y a 3 heures, mis à jour',
    'Publikacja: 19.04.2021 19:05 Aktualizacja: 19.04.2021 19:45',
    'Uppdaterad 15.59 | Publicerad 14.14',
    'Published 3 May 2021 • Updated 4 May 2021, 9:15',
    '20 Mayıs 2021•Güncelleme: 21 Mayıs 2021',
    '송고시간 2021-05-03 18:00',
    '기사입력 2021.05.03. 오후 6:00 최종수정 2021.05.03. 오후 7:00',
    'modifié hier à 09h01',
    'Aktualisiert gestern, 18:05 Uhr',
    'प्रकाशित: 3 मई 2021, 18:05 IST',
    'تاریخ انتشار: ۱۳ آبان ۱۴۰۰ - ۱۸:۰۵',
    'الاثنين، ٣ مايو ٢٠٢١ - ١٨:٠٥',
    'الاثنين 3 أيار 2021',
    'פורסם: 03.05.2021, 18:05',
    'เผยแพร่: 3 พ.ค. 2564 18:05 น.',
    'Thứ hai, 3/5/2021, 18:05 (GMT+7)',
    'Cập nhật lúc 18:05, 3/5/2021',
    'segunda-feira, 3 de maio de 2021',
    'Δημοσίευση: 3 Μαΐου 2021, 6:05 μ.μ.',
    'প্রকাশ: ৩ মে ২০২১, ১৮:০৫',
    '２０２１年５月３日 １８：０５',
  ])('is %s', (line) => {
    expect(isDateLine(line)).toBe(true);
  });

  it.each([
    'In March 2021 the ferry came back',
    '2021',
    'The vote of 3 May',
    '2021年的夏天',
    '一九二一年',
    '12:30 was too late',
    'Updated: the ferry | 3 May 2021',
    '15.59',
    'Publié, mis à jour',
    'आज 3 लोग 2021 में आए',
    'ในปี 2564 เรือหยุด',
    '',
  ])('is not %j', (line) => {
    expect(isDateLine(line)).toBe(false);
  });

  it('is removed at the top of an article, and is text further down', () => {
    const long = '船长说，码头已经等了十年。'.repeat(16);
    const article = read(`<div><i>Tue, 14 Jul 2020 12:32:28 GMT</i></div><p>${long}</p><p>Wed, 15 Jul 2020</p>`);
    expect(linesOf(article)).toEqual([long, 'Wed, 15 Jul 2020']);
  });

  it.each(['1.2K', '34k', '3.1万'])('may have a counter beside it: %s', (counter) => {
    const html = `<p>3 May 2021</p><p>${counter}</p><p>It rains on the pier.</p><p>It pours, and ${counter}</p>`;
    expect(linesOf(read(html))).toEqual(['It rains on the pier.', `It pours, and ${counter}`]);
  });

  it.each(['01', '1'])('is not the number of a part: %s', (number) => {
    const html = `<p>It rains.</p><p>${number}</p><p>It pours.</p>`;
    expect(
      read(html)
        .sections.map(({ title }) => title ?? '')
        .join('') + linesOf(read(html)).join(''),
    ).toContain(number);
  });
});
