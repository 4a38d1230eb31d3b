import { withoutPoliteness } from '../src/arguments/parse-number.ts';
import { parseRegion } from '../src/arguments/settings/parse-region.ts';
import { guessSetting, readSetting } from '../src/arguments/settings/read-setting.ts';
import { findSettingName, settingSynonyms, withoutSettingWords } from '../src/arguments/settings/setting-names.ts';
import { suggestZoneValues } from '../src/arguments/suggest/suggest-zone-values.ts';
import { type CommandContext, defineCommand } from '../src/chat/command.ts';
import type { Suggestion, Typing } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Audience } from '../src/locales/audience.ts';
import { createTranslator } from '../src/locales/translator.ts';
import {
  type CurrentSettings,
  type DigestFeatures,
  type Setting,
  settingMenu,
  settingNames,
  settingsView,
  settingsWith,
  settingValues,
} from '../src/presenters/subscription/settings-view.ts';
import { guessZone } from '../src/schedule/guess-zone.ts';
import { applySettings, type ChangedSettings } from '../src/subscription/apply-settings.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { ChatSettings } from '../src/subscription/subscription.ts';
import { chooseToggles } from '../src/subscription/toggles.ts';
import { openAction } from '../src/view/spans.ts';

interface SettingsDeps {
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'change' | 'settings' | 'saveSettings'>;
  now: () => Date;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
  /** Whether chats of the platform can have followers. */
  hasFollowers: (platform: string) => boolean;
  /** The IANA zone of last resort. */
  defaultZone: string;
}

/** `/settings setting? value?`: settings for all subscriptions of a chat. Subscriptions with the old value get the new one. */
export const settingsCommand = (deps: SettingsDeps) =>
  defineCommand({
    name: 'settings',
    adminsOnly: true,
    takesBareWords: true,
    summary: 'command.settings',
    examples: 'examples.settings',
    args: {
      setting: {
        kind: 'text',
        summary: 'arg.setting',
        optional: true,
        choices: settingNames,
        synonyms: settingSynonyms,
      },
      value: {
        kind: 'text',
        summary: 'arg.value',
        optional: true,
        suggest: async (typing) => suggestValues(typing, deps.now()),
      },
      request: { kind: 'text', summary: 'arg.setting', optional: true, hidden: true, takesAll: true },
    },
    async run({ request: typed, ...options }, audience, request) {
      const { setting: named, value, isOpposite }: Named = typed === undefined ? options : findSetting(typed);
      const { platform, chat } = request.in;
      const features = { delivers: deps.delivers(platform), hasFollowers: deps.hasFollowers(platform) };
      const setting = named ?? (value === undefined ? undefined : guessSetting(value));
      assertHasEffect(setting, features, audience);
      const settings = await deps.subscriptions.settings({ platform, chat });
      const current = await currentOf(settings, request, { deps, audience });
      if (setting === undefined && value === undefined) return settingsView(current, { features }, audience);
      const page = setting === 'zone' && value !== undefined ? parseRegion(value) : undefined;
      if (setting !== undefined && (value === undefined || page !== undefined)) {
        return settingMenu(current, { setting, ...page, now: deps.now() }, audience);
      }
      const read = readSetting(setting, value ?? '', { features, audience });
      const changed = isOpposite ? invertSilent(read) : read;
      await deps.subscriptions.saveSettings({ platform, chat }, merge(settings, changed));
      const count = await applyToAll(current, changed, { deps, chat: { platform, chat } });
      const now = await currentOf(merge(settings, changed), request, { deps, audience });
      const { t } = audience;
      const notice = count > 0 ? t('settings.saved', { count }) : t('settings.savedOnly');
      return settingsView(now, { notice, features }, audience);
    },
  });

/** Throws a `UsageError` for a setting without an effect on the platform. */
function assertHasEffect(setting: Setting | undefined, features: DigestFeatures, { t }: Audience): void {
  if (setting === undefined || settingsWith(features).includes(setting)) return;
  const actions = [openAction(t('button.settings'), '/settings')];
  const message =
    setting === 'language' ? t('wrong.languageHere') : t('wrong.settingHere', { setting: t(`settings.${setting}`) });
  throw new UsageError(message, { actions });
}

interface Named {
  setting: Setting | undefined;
  value: string | undefined;
  /** On and off mean the opposite. */
  isOpposite?: true;
}

function findSetting(request: string): Named {
  const typed = withoutPoliteness(request);
  const named = findSettingName(typed);
  return named === undefined
    ? { setting: undefined, value: withoutSettingWords(typed) }
    : { ...named, value: named.value || undefined };
}

function invertSilent({ silent, ...others }: ChangedSettings): ChangedSettings {
  return silent === undefined ? others : { ...others, silent: !silent };
}

/** The settings in use: set by the chat, else from its first subscription, else defaults for the person who asks. */
async function currentOf(
  settings: ChatSettings,
  { in: { platform, chat }, locale }: CommandContext,
  { deps, audience }: { deps: SettingsDeps; audience: Audience },
): Promise<CurrentSettings> {
  const [first] = await deps.subscriptions.forChat({ platform, chat });
  return {
    zone: settings.zone ?? first?.schedule.zone ?? guessZone(locale) ?? deps.defaultZone,
    language: settings.language ?? first?.language ?? audience.language,
    ...chooseToggles(settings, first),
    ...(settings.quiet && { quiet: settings.quiet }),
  };
}

function merge(settings: ChatSettings, { quiet, ...changed }: ChangedSettings): ChatSettings {
  const { quiet: old, ...others } = settings;
  const hours = quiet === undefined ? old : quiet;
  return { ...others, ...changed, ...(hours && { quiet: hours }) };
}

async function applyToAll(
  before: CurrentSettings,
  changed: ChangedSettings,
  { deps, chat }: { deps: SettingsDeps; chat: { platform: string; chat: string } },
): Promise<number> {
  let count = 0;
  for (const { id } of await deps.subscriptions.forChat(chat)) {
    let hasChanged = false;
    await deps.subscriptions.change(id, (current) => {
      const applied = applySettings(current, { before, changed }, deps.now());
      hasChanged = applied !== undefined;
      return applied;
    });
    count += Number(hasChanged);
  }
  return count;
}

function suggestValues(typing: Typing, now: Date): readonly Suggestion[] {
  const { given, language } = typing;
  const name = settingNames.find((one) => one === given['setting']);
  if (name === 'zone') return suggestZoneValues(typing, now);
  return name === undefined ? [] : settingValues(name, { t: createTranslator(language) });
}
