import { languages } from '../../locales/languages.ts';
import { localName } from '../../locales/local-name.ts';
import { createTranslator } from '../../locales/translator.ts';
import { parseQuietHours } from '../../phrase/parse-quiet-hours.ts';
import { type Setting, settingNames } from '../../presenters/subscription/settings-view.ts';
import { pattern } from '../../text/pattern.ts';

/** Other names that people type for a setting. */
const OTHERS: Readonly<Record<Setting, string>> = {
  zone: 'fuseau_horaire zona_horaria zeitzone fuso_horário fuso_horario fuso_orario часовой_пояс часовий_пояс saat_dilimi المنطقة_الزمنية タイムゾーン 시간대 múi_giờ zona_waktu timezone tz time_zone zone time clock city 时区 時區 时间 時間 时间设置',
  language:
    'اللغة idioma langue sprache lingua язык мова мову dili 言語 언어 bahasa language lang locale interface 界面 介面 语言 語言 语种 語系 文摘语言 文摘語言',
  quiet:
    'heures_calmes ne_pas_déranger horas_de_silencio no_molestar ruhezeit ruhezeiten nicht_stören não_perturbe non_disturbare не_беспокоить не_турбувати rahatsız_etme おやすみモード 방해_금지 jangan_ganggu không_làm_phiền quiet quiet_hours quiet_time dnd do_not_disturb don’t_disturb night 不要打扰 不要打擾 别打扰 別打擾 别打扰我 不要吵我 別吵我 安静 安靜 免打扰 免打擾 勿扰 勿擾 静音 静音时段 靜音時段 安静时段 安靜時段 勿扰时段 免打扰时段 勿擾時段 唔好嘈我 唔好吵我 唔好煩我',
  empty:
    'empty empty_digest empty_digests empty_message empty_messages nothing_new 空 空文摘 没有新文章 沒有新文章 空白文摘',
  silent: 'silent mute muted 静默 靜默',
  followers: 'followers publish crosspost 关注 關注 追蹤 公告 频道 頻道',
  updates: 'updates updated changes 更新 修改 有改动 有改動 改动',
  edits: 'edits edit editing corrections correct 编辑 編輯 更正 订正 訂正 修正',
};
/** Names that mean the opposite of `silent`: with them, on is a sound. */
const SOUND = new Set([
  ...'sound sounds notification notifications alert alerts 声音 聲音 提示音 通知 铃声 鈴聲 提醒音'.split(' '),
  ...languages.map((language) => keyOf(createTranslator(language)('settings.silent'))),
]);
const byName = new Map<string, Setting>(
  settingNames.flatMap((name) => [
    ...OTHERS[name].split(' ').map((one) => [one.replaceAll('_', ' '), name] as const),
    ...languages.map((language) => [keyOf(createTranslator(language)(`settings.${name}`)), name] as const),
    [name, name] as const,
  ]),
);
/** What to do without new articles: `don't send anything when there's no news`, `没有新文章就别发`. */
const EMPTY =
  /(?<!\p{L})(?:no(?:thing)?(?: is)?|without)(?: (?:new|news|articles?|stories|posts?)){1,2}(?!\p{L})|[没沒]有?(?:任何)?新?(?:的)?(?:新[闻聞]|文章|消息|[内內]容|更新)/iu;
const SAY_NOTHING =
  /(?:don[’']?t|do not|never|no need to) (?:send|write|message|tell|bother|post|say)|(?:send|say|post|write) nothing|nothing if|only (?:when|if)|(?:不要|不用|别|別|不必|唔使|唔好)(?:再)?(?:[发發推通告提]|打[扰擾]|send)/iu;
const EVEN = /even (?:if|when)|也/iu;
/** The localized names of the settings, as choices of an option. */
export const settingSynonyms: Readonly<Record<string, Setting>> = Object.fromEntries(
  settingNames.flatMap((name) =>
    languages.flatMap((language) => {
      const local = localName('choice', name, language);
      return local === undefined ? [] : [[keyOf(local), name] as const];
    }),
  ),
);
const MAX_WORDS = 6;
/** Nobody types a longer setting. */
const MAX_CHARS = 200;

/** A setting's name at the start of what was typed, and the value behind it. */
export interface NamedSetting {
  setting: Setting;
  /** The text behind the name; empty if there is none. */
  value: string;
  /** On and off mean the opposite of the setting: `sound on` is not silent. */
  isOpposite?: true;
}

/** No sound in the night is a question of hours: `mute at night`. */
const NIGHT = /\s(?:at|in the|during the) night$/iu;
/** Before a name: `my time zone is Berlin`, `换成英文`. */
const LEAD = pattern('iu')`
  ^(?:
    (?:
      please|set|change|switch|turn|put|use|in|make|my|the|it|to|speak|talk|write|sprich|parle[rz]?|habla|fale|parla|говори(?: по)?
      |(?:i[’']m|i am|we[’']re|we are)(?: (?:in|at))?|(?:i|we) live in|(?:i|we|i[’']ve|we[’']ve|i have|we have) (?:just |now |recently )*moved to
      |(?:ich bin|ich wohne|wir sind) in|(?:vivo|vivimos|estoy) en|j[’']habite(?: à)?|moro em|я живу в|живу в
    ) +
    |请|請|把|将|將|我的|我住在|我人在|我在|我用|讲|講|说|說|换成|換成|改成|改为|改為|切[换換][到成为為]?|设为|設為|设成|設成|用
  )+
`;
/** A value before its name: `turn off sound`, `no sound`, `关掉声音`. */
const SWITCH =
  /^(?:(?:turn |switch )?(on|off)\s+|(no|without|disable|mute|stop|hide|don[’']t send|do not send|never send)\s+|(enable|show|send)\s+|(关掉|关闭|关|關掉|關閉|關|不要|停用|取消)|(打开|开启|开|打開|開啟|開|启用|啟用))\s*(?:the |my )?(.+)$/iu;

/**
 * Finds the setting that typed text names, by its name, by its label in any language, or by a synonym: before its value, or
 * behind it.
 */
export function findSettingName(typed: string): NamedSetting | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text.length > MAX_CHARS) return undefined;
  const [night] = NIGHT.exec(text) ?? [];
  if (night !== undefined && findSettingName(text.slice(0, -night.length))?.setting === 'silent')
    return { setting: 'quiet', value: night.trim() };
  if (EMPTY.test(text) && SAY_NOTHING.test(text)) return { setting: 'empty', value: 'off' };
  if (EMPTY.test(text) && EVEN.test(text)) return { setting: 'empty', value: 'on' };
  return readName(text) ?? readSwitched(text) ?? readName(text.replace(LEAD, '')) ?? readBehind(text);
}

/** The text without words that only lead to a value: `换成英文`. */
export function withoutSettingWords(typed: string): string {
  return typed.normalize('NFKC').trim().replace(LEAD, '');
}

function readSwitched(text: string): NamedSetting | undefined {
  const [, onOrOff, no, yes, off, on, name = ''] = SWITCH.exec(text) ?? [];
  const named = readName(name);
  if (named?.value !== '') return undefined;
  const isOn = onOrOff?.toLowerCase() === 'on' || yes !== undefined || on !== undefined;
  return (onOrOff ?? no ?? yes ?? off ?? on) ? { ...named, value: isOn ? 'on' : 'off' } : undefined;
}

/** `晚上11点到早上7点不要打扰`, `10pm to 7am do not disturb`. */
function readBehind(text: string): NamedSetting | undefined {
  const starts = [...text.matchAll(/(?<=[\s\p{Script=Han}])(?=\S)/gu)].map(({ index }) => index).filter((at) => at > 0);
  for (const start of starts) {
    const named = readName(text.slice(start));
    if (named?.value === '') return { ...named, value: text.slice(0, start).trim() };
  }
  return undefined;
}

function readName(text: string): NamedSetting | undefined {
  for (const length of lengthsOf(text)) {
    const name = keyOf(text.slice(0, length));
    const value = text
      .slice(length)
      .replace(
        /^\s*[:：=,，、]?\s*(?:to |is |me |(?:可以|能)?改(?=\p{L})(?![为成為])|改为|改成|设为|設為|为|為)?\s*/iu,
        '',
      );
    if (SOUND.has(name)) return { setting: 'silent', value, isOpposite: true };
    const isMute = /^[静靜]音$/u.test(name) && /^(?:开|開|on|打开|開啟)/u.test(value);
    const setting = isMute ? 'silent' : (byName.get(name) ?? settingSynonyms[name]);
    if (setting === 'silent' && parseQuietHours(value)) return { setting: 'quiet', value };
    if (setting !== undefined) return { setting, value };
  }
  return undefined;
}

/** Where a name may end, last first: at spaces, and in Chinese anywhere. */
function lengthsOf(text: string): number[] {
  const isHan = /^\p{Script=Han}/u.test(text);
  const ends = isHan
    ? Array.from({ length: Math.min(text.length, 12) }, (_, at) => at + 1)
    : [...text.matchAll(/[^\s:：=,，、]+/gu)].slice(0, MAX_WORDS).map(({ 0: word, index }) => index + word.length);
  return ends.toReversed();
}

function keyOf(label: string): string {
  return label.normalize('NFKC').trim().toLowerCase().replaceAll("'", '’');
}
