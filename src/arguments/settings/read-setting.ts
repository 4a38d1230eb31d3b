import { UsageError } from '../../chat/usage-error.ts';
import type { Audience } from '../../locales/audience.ts';
import { languageChoices, parseLanguage } from '../../locales/languages.ts';
import { localName } from '../../locales/local-name.ts';
import { parseQuietHours } from '../../phrase/parse-quiet-hours.ts';
import { type DigestFeatures, type Setting, settingsWith } from '../../presenters/subscription/settings-view.ts';
import { parseZone } from '../../schedule/parse-zone.ts';
import type { ChangedSettings } from '../../subscription/apply-settings.ts';
import { toggles } from '../../subscription/toggles.ts';
import { openAction } from '../../view/spans.ts';
import { readZone } from './read-zone.ts';

const ON = /^(?:on|yes|true|enable|enabled|sure|with sound|有声|有聲|有|开|打开|开启|启用|開|打開|開啟|啟用|是|要)$/iu;
const OFF =
  /^(?:off|no|false|none|disable|disabled|never|without sound|无声|無聲|无|無|不|关|关闭|关掉|停用|關|關閉|關掉|否|不要)$/iu;

/** Reads a typed value of a setting. Throws a `UsageError`, also without a setting. */
export function readSetting(
  setting: Setting | undefined,
  typed: string,
  { features, audience }: { features: DigestFeatures; audience: Audience },
): ChangedSettings {
  const { t, language } = audience;
  switch (setting) {
    case 'zone':
      return { zone: readZone(typed, { audience, choose: (zone) => `/settings zone ${zone}` }) };
    case 'language':
      return {
        language:
          parseLanguage(typed) ??
          refuse(
            t('wrong.language', { typed, choices: languageChoices.map(({ label }) => label).join(t('join.names')) }),
            'language',
            audience,
          ),
      };
    case 'quiet': {
      const quiet = parseQuietHours(typed);
      return { quiet: quiet === undefined ? refuse(t('wrong.quiet', { typed }), 'quiet', audience) : quiet };
    }
    case 'empty':
    case 'silent':
    case 'followers':
    case 'updates':
    case 'edits':
      return { [toggles[setting]]: parseSwitch(typed) ?? refuse(t('wrong.onOff', { typed }), setting, audience) };
    case undefined: {
      const names = settingsWith(features).map((name) => localName('choice', name, language) ?? name);
      return refuse(t('wrong.setting', { typed, settings: names.join(t('join.names')) }), undefined, audience);
    }
    default:
      return setting satisfies never;
  }
}

/** Whether typed text turns something on or off; undefined for other words. */
export function parseSwitch(typed: string): boolean | undefined {
  const word = typed.normalize('NFKC').trim();
  if (ON.test(word)) return true;
  return OFF.test(word) ? false : undefined;
}

/** The setting that a value shows by itself; undefined if it could be for several. */
export function guessSetting(typed: string): Setting | undefined {
  if (parseZone(typed) !== undefined) return 'zone';
  if (parseLanguage(typed) !== undefined) return 'language';
  return parseQuietHours(typed) ? 'quiet' : undefined;
}

function refuse(message: string, setting: Setting | undefined, { t }: Audience): never {
  const menu = setting === undefined ? '/settings' : `/settings ${setting}`;
  throw new UsageError(message, { actions: [openAction(t('button.settings'), menu)] });
}
