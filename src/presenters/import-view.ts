import type { ImportedFeeds } from '../following/import-feeds.ts';
import type { Audience } from '../locales/audience.ts';
import type { ImportedSubscriptions } from '../subscription/import-subscriptions.ts';
import type { Unusable } from '../subscription/settings-file.ts';
import { shorten } from '../text/shorten.ts';
import { heading, openAction, plain, subline } from '../view/spans.ts';
import type { Block, View } from '../view/view.ts';

/** What became of a file of settings. */
export interface ImportResult {
  /** How many settings were taken over. */
  settings: number;
  /** Undefined if the platform sends no digests. */
  subscriptions: ImportedSubscriptions | undefined;
  /** Undefined if the person may not follow feeds. */
  feeds: ImportedFeeds | undefined;
  /** How many of each the file has. */
  listed: { subscriptions: number; feeds: number };
  unusable: readonly Unusable[];
  /** The command that undoes it; undefined if nothing changed. */
  undo: string | undefined;
}

const MAX_NAME_COLUMNS = 60;
const MAX_UNUSABLE = 20;

/** Says what came in from a file, and what did not, and why. */
export function importView(result: ImportResult, audience: Audience): View {
  const { t } = audience;
  const taken = takenLines(result, audience);
  const left = leftLines(result, audience);
  return {
    blocks: [
      heading(t(taken.length === 0 ? 'import.nothing' : 'import.done')),
      ...listOf(taken),
      ...(left.length === 0 ? [] : subline([t('import.left')])),
      ...listOf(left),
    ],
    actions: [
      ...(result.undo === undefined ? [] : [openAction(t('button.undo'), result.undo)]),
      openAction(t('button.subscriptions'), '/subscriptions'),
      openAction(t('button.settings'), '/settings'),
      openAction(t('button.following'), '/following'),
    ],
  };
}

function takenLines({ settings, subscriptions, feeds }: ImportResult, { t }: Audience): string[] {
  const { added = [], changed = [], same = 0 } = subscriptions ?? {};
  return [
    ...(added.length > 0 ? [t('import.added', { count: added.length })] : []),
    ...(changed.length > 0 ? [t('import.changed', { count: changed.length })] : []),
    ...(same > 0 ? [t('import.same', { count: same })] : []),
    ...(feeds !== undefined && feeds.added.length > 0 ? [t('import.feeds', { count: feeds.added.length })] : []),
    ...(feeds !== undefined && feeds.same > 0 ? [t('import.feedsSame', { count: feeds.same })] : []),
    ...(settings > 0 ? [t('import.settings', { count: settings })] : []),
  ];
}

function leftLines({ subscriptions, feeds, listed, unusable }: ImportResult, audience: Audience): string[] {
  const { t } = audience;
  const { leftOut = 0 } = subscriptions ?? {};
  const { chatFull = 0, botFull = 0 } = feeds ?? {};
  const more = unusable.length - MAX_UNUSABLE;
  return [
    ...(subscriptions === undefined && listed.subscriptions > 0
      ? [t('import.noDigests', { count: listed.subscriptions })]
      : []),
    ...(leftOut > 0 ? [t('import.full', { count: leftOut })] : []),
    ...(feeds === undefined && listed.feeds > 0 ? [t('import.mayNotFollow', { count: listed.feeds })] : []),
    ...(chatFull > 0 ? [t('import.chatFull', { count: chatFull })] : []),
    ...(botFull > 0 ? [t('import.botFull', { count: botFull })] : []),
    ...unusable.slice(0, MAX_UNUSABLE).map((one) => describeUnusable(one, audience)),
    ...(more > 0 ? [t('import.moreLeft', { count: more })] : []),
  ];
}

function describeUnusable(unusable: Unusable, { t }: Audience): string {
  switch (unusable.part) {
    case 'setting':
      return t('import.badSetting', { name: unusable.name });
    case 'subscription':
      return t('import.badSubscription', { number: unusable.number });
    case 'feed':
      return t('import.badFeed', { address: shorten(unusable.address, MAX_NAME_COLUMNS) });
    case 'zone': {
      const zone = shorten(unusable.zone, MAX_NAME_COLUMNS);
      const { number } = unusable;
      return number === undefined ? t('import.badZone', { zone }) : t('import.badZoneOf', { number, zone });
    }
    default:
      return unusable satisfies never;
  }
}

function listOf(lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ kind: 'list', ordered: false, items: lines.map((line) => [plain(line)]) }];
}
