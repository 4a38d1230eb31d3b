import { describe, expect, it } from 'vitest';
import { parseRegion } from '../../../src/arguments/settings/parse-region.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import {
  describeNext,
  describeSchedule,
  describeSelection,
} from '../../../src/presenters/subscription/describe-subscription.ts';
import { nearZones, regionNamed, zoneActions } from '../../../src/presenters/subscription/zone-menu.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { buttonsOf } from '../../fixtures/view-contents.ts';

const en = createAudience('en', 'UTC');
const zh = createAudience('zh-CN', 'UTC');
const commands = {
  choose: (zone: string) => `/try ${zone}`,
  open: (region: string, page: number) => `/try ${region} ${page}`,
};

describe('a subscription in words', () => {
  it.each<[Partial<Subscription['selection']>, string, string]>([
    [{}, 'all articles', '全部文章'],
    [{ sources: ['bbc.com', 'dw.com'] }, 'bbc.com or dw.com', 'bbc.com或dw.com'],
    [
      { topics: ['ferry', 'strait'], without: ['sport'] },
      'ferry or strait · without sport',
      'ferry或strait · 不含“sport”',
    ],
  ])('describes %j', (told, english, chinese) => {
    const selection = { sources: [], topics: [], without: [], ...told };
    expect([describeSelection(selection, en), describeSelection(selection, zh)]).toEqual([english, chinese]);
  });

  it('shows its times and days, or its quiet hours if it is instant', () => {
    const daily = { kind: 'daily', times: ['08:00', '20:00'], days: [1, 2, 3, 4, 5], zone: 'Etc/GMT-8' } as const;
    expect(describeSchedule(daily, en)).toBe('weekdays at 08:00, 20:00 (UTC+8)');
    expect(describeSchedule(daily, zh)).toBe('工作日 08:00、20:00（UTC+8）');
    const instant = { kind: 'instant', zone: 'Asia/Tokyo', quiet: { from: '22:00', to: '07:00' } } as const;
    expect(describeSchedule(instant, en)).toBe('as articles arrive, except from 22:00 to 07:00 (Tokyo)');
    expect(describeSchedule({ ...instant, quiet: null }, en)).toBe('as articles arrive');
  });

  it.each<[Partial<Subscription>, RegExp]>([
    [{}, /^Next digest: tomorrow 08:00\.$/u],
    [{ state: 'paused' }, /^Paused/u],
    [{ state: 'suspended', suspendedFor: 'forbidden' }, /I don’t have permission to post here/u],
    [{ state: 'suspended', suspendedFor: 'gone' }, /I was blocked here/u],
    [{ schedule: { kind: 'instant', zone: 'UTC', quiet: null } }, /as they arrive/u],
  ])('shows the next digest of %j', (told, said) => {
    const times = { nextAt: new Date('2024-05-03T00:00:00Z'), now: new Date('2024-05-02T01:00:00Z') };
    expect(describeNext(makeSubscription(told), times, en)).toMatch(said);
  });

  it('says that a digest is on its way if it is due', () => {
    expect(describeNext(makeSubscription(), { nextAt: undefined, now: new Date(0) }, en)).toContain('on its way');
  });
});

describe('a menu of zones', () => {
  const now = new Date('2024-05-02T12:05:00Z');

  it('has big cities, and every zone in a region', () => {
    const presses = buttonsOf({ actions: zoneActions({ now }, commands, en) }).map(([, press]) => press);
    expect(presses).toContain('/try Asia/Shanghai');
    expect(presses).toContain('/try Europe 1');
    const pages = Array.from({ length: 8 }, (_, index) => index + 1);
    const america = pages.flatMap((page) =>
      buttonsOf({ actions: zoneActions({ region: 'America', page, now }, commands, en) }),
    );
    expect(america).toContainEqual(['New York · 08:05', '/try America/New_York']);
    expect(america).toContainEqual(['Buenos Aires · 09:05', '/try America/Argentina/Buenos_Aires']);
  });

  it('has the time there beside each zone, in the reader’s language', () => {
    const labels = (audience: typeof en) =>
      buttonsOf({ actions: zoneActions({ now }, commands, audience) }).map(([label]) => label);
    expect(labels(en)).toEqual(expect.arrayContaining(['Shanghai · 20:05', 'London · 13:05', 'Berlin · 14:05']));
    expect(labels(zh)).toEqual(expect.arrayContaining(['北京时间 · 20:05', '伦敦时间 · 13:05', '柏林时间 · 14:05']));
  });

  it.each([
    [undefined, 'Europe/Berlin', ['✓ Berlin · 14:05']],
    ['Europe', 'Europe/Athens', ['✓ Athens · 15:05']],
    ['Asia', 'Europe/Athens', []],
  ])('marks the zone in use, in region %s', (region, current, marked) => {
    const labels = buttonsOf({ actions: zoneActions({ region, now, current }, commands, en) }).map(([label]) => label);
    expect(labels.filter((label) => label.startsWith('✓'))).toEqual(marked);
  });

  it('finds a region regardless of case', () => {
    expect([regionNamed('asia'), regionNamed('atlantis')]).toEqual(['Asia', undefined]);
  });

  it.each([
    ['欧洲', { region: 'Europe', page: 1 }],
    ['歐洲 2', { region: 'Europe', page: 2 }],
    ['indian ocean 2', { region: 'Indian', page: 2 }],
    ['Australia', { region: 'Australia', page: 1 }],
    ['UTC', undefined],
    ['12', undefined],
    ['Europe two', undefined],
  ])('reads “%s” as a page of a region as people see it, unless it is a zone', (typed, page) => {
    expect(parseRegion(typed)).toEqual(page);
  });

  it.each([
    ['Tokio', 'Asia/Tokyo'],
    ['Europe/Pariss', 'Europe/Paris'],
    ['上海市', 'Asia/Shanghai'],
    ['', 'Asia/Shanghai'],
    ['zzzz', 'Asia/Shanghai'],
  ])('suggests for “%s” among others %s', (typed, zone) => {
    expect(buttonsOf({ actions: nearZones(typed, commands, en) }).map(([, press]) => press)).toContain(`/try ${zone}`);
  });
});
