import { expect, it } from 'vitest';
import { isDateLine } from '../../src/text/date-lines.ts';

it.each([
  '5 minutes ago',
  '3 h ago',
  '2小时前',
  '3 天之前',
  '5分前',
  '5時間前',
  '3시간 전',
  'vor 3 Stunden',
  'hace 2 horas',
  'il y a 3 heures',
  'há 2 horas',
  '2 ore fa',
  '2 часа назад',
  '2 години тому',
  '3 saat önce',
  '5月3日',
  '08:30',
])('takes how long ago something was for a date: %s', (line) => {
  expect(isDateLine(line)).toBe(true);
});

it.each([
  'It rained 5 minutes ago',
  '2小时前船已经开走了',
  '5分前に出発した',
  'vor 3 Stunden begann es',
  'hace 2 horas que llueve',
  '2 часа назад шёл дождь',
])('takes a sentence that begins or ends like that for text: %s', (line) => {
  expect(isDateLine(line)).toBe(false);
});
