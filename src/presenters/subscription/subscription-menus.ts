import type { Audience } from '../../locales/audience.ts';
import { formatDays, formatTimes } from '../../locales/format-slot.ts';
import { formatDaysAsTyped } from '../../phrase/format-request.ts';
import { styles } from '../../subscription/digest-style.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { heading, hint, openAction, subline } from '../../view/spans.ts';
import type { Action, View } from '../../view/view.ts';
import { describeSelection, describeStyle } from './describe-subscription.ts';
import { zoneActions } from './zone-menu.ts';

/** The menus of a subscription. */
export const menus = ['topics', 'time', 'days', 'style', 'zone'] as const;

export type Menu = (typeof menus)[number];

const TIMES = [
  ['06:00'],
  ['07:00'],
  ['08:00'],
  ['09:00'],
  ['12:00'],
  ['18:00'],
  ['20:00'],
  ['22:00'],
  ['08:00', '20:00'],
];
const DAYS = [[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6, 7], [1], [2], [3], [4], [5], [6], [7]];

/** Which menu to show, and its data. */
export interface MenuOptions {
  menu: Menu;
  region?: string | undefined;
  page?: number | undefined;
  topics: readonly TopicChoice[];
  now: Date;
}

/** A topic to choose, and the command that adds or removes it. */
export interface TopicChoice {
  topic: string;
  command: string;
  isChosen: boolean;
}

/** One menu of a subscription: its values as buttons, with a button back. */
export function subscriptionMenu(
  subscription: Subscription,
  { menu, ...options }: MenuOptions,
  audience: Audience,
): View {
  const { id, selection } = subscription;
  const { t } = audience;
  return {
    blocks: [
      heading(t(`menu.${menu}`)),
      ...subline([t('subscription.title', { what: describeSelection(selection, audience) })]),
      ...(menu === 'style' ? [] : [hint(t(`menu.hint.${menu}`, { id }))]),
    ],
    actions: [
      ...choicesOf(subscription, { menu, ...options }, audience),
      {
        label: t('button.back'),
        role: 'move',
        command: options.region === undefined ? `/subscriptions #${id}` : `/subscriptions #${id} zone`,
      },
    ],
  };
}

function choicesOf(
  subscription: Subscription,
  { menu, region, page, topics, now }: MenuOptions,
  audience: Audience,
): Action[] {
  const { id, schedule, selection, style: current } = subscription;
  const choose = (typed: string) => `/subscribe #${id} ${typed}`;
  const choice = (label: string, typed: string, isCurrent: boolean) =>
    openAction(isCurrent ? `✓ ${label}` : label, choose(typed));
  const daily = schedule.kind === 'daily' ? schedule : undefined;
  switch (menu) {
    case 'topics':
      return [
        choice(audience.t('subscription.everything'), 'everything', selection.topics.length === 0),
        ...topics.map(({ topic, command, isChosen }) => openAction(isChosen ? `✓ ${topic}` : topic, command)),
      ];
    case 'time':
      return [
        ...TIMES.map((times) => choice(formatTimes(times, audience), times.join(' '), isSame(times, daily?.times))),
        choice(audience.t('subscription.instant'), 'instant', daily === undefined),
      ];
    case 'days':
      return DAYS.map((days) => choice(formatDays(days, audience), formatDaysAsTyped(days), isSame(days, daily?.days)));
    case 'style':
      return styles.map((style) => choice(describeStyle(style, audience), style, style === current));
    case 'zone': {
      const open = (to: string, at: number) => `/subscriptions #${id} zone ${to}${at > 1 ? ` ${at}` : ''}`;
      return zoneActions({ region, page, now, current: schedule.zone }, { choose, open }, audience);
    }
    default:
      return menu satisfies never;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[] | undefined): boolean {
  return one.join() === other?.join();
}
