import { UsageError } from '../chat/usage-error.ts';
import type { Reader } from '../locales/audience.ts';
import { languageNames, parseLanguage } from '../locales/language.ts';
import type { Setting } from '../presenters/settings-view.ts';
import { parseZone } from '../schedule/parse-zone.ts';
import { parseQuiet } from '../schedule/quiet-text.ts';
import type { Changed } from '../subscription/apply-settings.ts';
import { switches } from '../subscription/toggles.ts';
import { openAction } from '../view/spans.ts';
import { readZone } from './read-when.ts';

const ON = /^(?:on|yes|true|开|打开|开启|启用|開|打開|開啟|啟用|是|要)$/iu;
const OFF = /^(?:off|no|false|关|关闭|关掉|停用|關|關閉|關掉|否|不要)$/iu;

/** A setting as someone typed it, by its name or by what it can only be. Throws a `UsageError` that says what helps. */
export function readSetting(setting: Setting | undefined, typed: string, reader: Reader): Changed {
  const { t } = reader;
  const meant = setting ?? settingMeant(typed);
  switch (meant) {
    case 'zone':
      return { zone: readZone(typed, { reader, choose: (zone) => `/settings zone ${zone}` }) };
    case 'language':
      return {
        language:
          parseLanguage(typed) ??
          refuse(
            t('wrong.language', { typed, choices: Object.values(languageNames).join(t('join.names')) }),
            'language',
            reader,
          ),
      };
    case 'quiet': {
      const quiet = parseQuiet(typed);
      return { quiet: quiet === undefined ? refuse(t('wrong.quiet', { typed }), 'quiet', reader) : quiet };
    }
    case 'empty':
    case 'silent':
    case 'followers':
    case 'updates':
      return { [switches[meant]]: readSwitch(typed) ?? refuse(t('wrong.onOff', { typed }), meant, reader) };
    case undefined:
      return refuse(t('wrong.setting', { typed }), undefined, reader);
    default:
      return meant satisfies never;
  }
}

function readSwitch(typed: string): boolean | undefined {
  const word = typed.normalize('NFKC').trim();
  if (ON.test(word)) return true;
  return OFF.test(word) ? false : undefined;
}

function settingMeant(typed: string): Setting | undefined {
  if (parseLanguage(typed) !== undefined) return 'language';
  if (parseQuiet(typed)) return 'quiet';
  return parseZone(typed) === undefined ? undefined : 'zone';
}

function refuse(message: string, setting: Setting | undefined, { t }: Reader): never {
  const menu = setting === undefined ? '/settings' : `/settings ${setting}`;
  throw new UsageError(message, { actions: [openAction(t('button.settings'), menu)] });
}
