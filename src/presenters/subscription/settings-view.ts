import type { Audience } from '../../locales/audience.ts';
import { languageChoices, localeOf } from '../../locales/languages.ts';
import { zoneName } from '../../locales/zone-name.ts';
import { formatQuietHours } from '../../schedule/quiet-hours.ts';
import type { ChatSettings } from '../../subscription/subscription.ts';
import { toggles } from '../../subscription/toggles.ts';
import { heading, hint, openAction, plain, subline } from '../../view/spans.ts';
import type { Action, Span, View } from '../../view/view.ts';
import { zoneActions } from './zone-menu.ts';

/** The names of the settings. */
export const settingNames = ['zone', 'language', 'quiet', 'empty', 'silent', 'followers', 'updates', 'edits'] as const;

export type Setting = (typeof settingNames)[number];

/** The settings in use, with defaults for those that a chat has not set. */
export type CurrentSettings = Required<Omit<ChatSettings, 'quiet'>> & Pick<ChatSettings, 'quiet'>;

const QUIET = ['22:00-07:00', '23:00-08:00', '00:00-06:00', '20:00-09:00'];

/** What digests need of a platform: that it delivers them, and that its chats can have followers. */
export interface DigestFeatures {
  delivers: boolean;
  hasFollowers: boolean;
}

/** The settings that have an effect on a platform. */
export function settingsWith({ delivers, hasFollowers }: DigestFeatures): readonly Setting[] {
  if (!delivers) return ['zone'];
  return settingNames.filter((name) => name !== 'followers' || hasFollowers);
}

/** The settings with buttons to change them; `notice` confirms a change. */
export function settingsView(
  current: CurrentSettings,
  { notice, features }: { notice?: string; features: DigestFeatures },
  audience: Audience,
): View {
  const { t } = audience;
  const names = settingsWith(features);
  return {
    blocks: [
      heading(notice ?? t('settings.title')),
      { kind: 'list', ordered: false, items: names.map((name) => lineOf(name, current, audience)) },
      ...(features.delivers ? subline([t('settings.hint')]) : []),
    ],
    actions: [
      ...names.map((name) => openAction(t(`settings.${name}`), `/settings ${name}`)),
      ...(features.delivers ? [openAction(t('button.subscriptions'), '/subscriptions')] : []),
    ],
  };
}

/** Which page of the zones to show, with the time there. */
interface ZonePage {
  region?: string | undefined;
  page?: number | undefined;
  now: Date;
}

/** The values of one setting as buttons, with a button back. */
export function settingMenu(
  current: CurrentSettings,
  { setting, ...where }: ZonePage & { setting: Setting },
  audience: Audience,
): View {
  const { t } = audience;
  const back = where.region === undefined ? '/settings' : '/settings zone';
  return {
    blocks: [{ kind: 'text', spans: lineOf(setting, current, audience) }, hint(t(`settings.hint.${setting}`))],
    actions: [
      ...(setting === 'zone' ? zoneChoices(where, current, audience) : choicesOf(setting, current, audience)),
      { label: t('button.back'), role: 'move', command: back },
    ],
  };
}

function zoneChoices(where: ZonePage, { zone: current }: CurrentSettings, audience: Audience): Action[] {
  const choose = (zone: string) => `/settings zone ${zone}`;
  const open = (region: string, page: number) => `/settings zone ${region}${page > 1 ? ` ${page}` : ''}`;
  return zoneActions({ ...where, current }, { choose, open }, audience);
}

/** The values of a setting other than the zone, with labels. */
export function settingValues(
  setting: Exclude<Setting, 'zone'>,
  { t }: Pick<Audience, 't'>,
): readonly { value: string; label: string }[] {
  switch (setting) {
    case 'language':
      return languageChoices;
    case 'quiet':
      return [...QUIET.map((hours) => ({ value: hours, label: hours })), { value: 'off', label: t('settings.none') }];
    case 'empty':
    case 'silent':
    case 'followers':
    case 'updates':
    case 'edits':
      return [
        { value: 'on', label: t(`settings.${setting}On`) },
        { value: 'off', label: t(`settings.${setting}Off`) },
      ];
    default:
      return setting satisfies never;
  }
}

function choicesOf(setting: Exclude<Setting, 'zone'>, current: CurrentSettings, audience: Audience): Action[] {
  const shown = shownValue(setting, current, audience);
  return settingValues(setting, audience).map(({ value, label }) =>
    openAction(label === shown ? `✓ ${label}` : label, `/settings ${setting} ${value}`),
  );
}

function lineOf(setting: Setting, current: CurrentSettings, audience: Audience): Span[] {
  return [
    { kind: 'strong', text: audience.t(`settings.${setting}`) },
    plain(audience.t('join.value') + shownValue(setting, current, audience)),
  ];
}

function shownValue(setting: Setting, current: CurrentSettings, audience: Audience): string {
  const { t } = audience;
  const { zone, language, quiet } = current;
  switch (setting) {
    case 'zone':
      return zoneName(zone, audience.language);
    case 'language':
      return localeOf(language).name;
    case 'quiet':
      return quiet === undefined ? t('settings.none') : formatQuietHours(quiet);
    case 'empty':
    case 'silent':
    case 'followers':
    case 'updates':
    case 'edits':
      return t(current[toggles[setting]] ? `settings.${setting}On` : `settings.${setting}Off`);
    default:
      return setting satisfies never;
  }
}
