import { z } from 'zod';
import { chooseLanguage, type Language, languages } from './locales/language.ts';
import { parseTimes } from './schedule/parse-times.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** How much is said on standard error, each level including the ones before it. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings, checked, with every default filled in. */
export interface Config {
  snapshotsDir: string;
  /** The SQLite file that holds the state. */
  stateFile: string;
  /** When digests come where nobody says when, `HH:MM`. */
  defaultTime: string;
  /** IANA name of the zone that dates are shown in. */
  zone: string;
  language: Language;
  logLevel: LogLevel;
  /** The language model that writes summaries, where one is set. */
  summaryModel?: { url: string; model: string; key?: string; daily: number };
}

/** Every variable that `readConfig` reads; `.env.example` has a line for each. */
export const VARIABLES = [
  'TELEGRAM_TOKEN',
  'TELEGRAM_API_ROOT',
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'SNAPSHOTS_DIR',
  'STORE_URL',
  'DEFAULT_TIME',
  'DEFAULT_ZONE',
  'DEFAULT_LANGUAGE',
  'LOG_LEVEL',
  'SUMMARY_MODEL_URL',
  'SUMMARY_MODEL',
  'SUMMARY_MODEL_KEY',
  'SUMMARY_MODEL_DAILY',
] as const;

/** All that is wrong with the settings, a line for each variable; never holds a variable's value in full, nor a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from the environment; an empty value counts as unset.
 * @throws ConfigError naming every variable that is wrong, with what would be right.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = settings.safeParse(given);
  if (!read.success) throw new ConfigError(describeIssues(read.error.issues));
  const { SNAPSHOTS_DIR, STORE_URL, DEFAULT_TIME, DEFAULT_ZONE, DEFAULT_LANGUAGE, LOG_LEVEL } = read.data;
  return {
    snapshotsDir: SNAPSHOTS_DIR,
    stateFile: STORE_URL,
    defaultTime: DEFAULT_TIME,
    zone: DEFAULT_ZONE ?? machineZone(),
    language: DEFAULT_LANGUAGE ?? chooseLanguage(given['LC_ALL'] ?? given['LC_MESSAGES'] ?? given['LANG']),
    logLevel: LOG_LEVEL,
    ...toSummaryModel(read.data),
  };
}

/** A model is asked only where both its address and its name are set; one without the other was refused. */
function toSummaryModel({
  SUMMARY_MODEL_URL: url,
  SUMMARY_MODEL: model,
  SUMMARY_MODEL_KEY: key,
  SUMMARY_MODEL_DAILY: daily,
}: z.infer<typeof settings>): Pick<Config, 'summaryModel'> {
  if (url === undefined || model === undefined) return {};
  return { summaryModel: { url, model, ...(key !== undefined && { key }), daily } };
}

/** As @BotFather gives it: https://core.telegram.org/bots/features#botfather */
const TELEGRAM_TOKEN = /^\d{3,}:[\w-]{20,}$/;

/** As the developer portal gives it, in three pieces: https://discord.com/developers/docs/reference#authentication */
const DISCORD_TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;

const fields = z.object({
  TELEGRAM_TOKEN: z
    .string()
    .regex(
      TELEGRAM_TOKEN,
      'is no token of a Telegram bot. Copy it from @BotFather: digits, a colon and some 35 letters.',
    )
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isWebAddress, 'is no http(s) address, such as https://api.telegram.org.')
    .optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(
      DISCORD_TOKEN,
      'is no token of a Discord bot. Copy it from discord.com/developers (Bot, Reset Token): three pieces with dots between them.',
    )
    .optional(),
  DISCORD_API_URL: z
    .string()
    .refine(isWebAddress, 'is no http(s) address, such as https://discord.com/api.')
    .optional(),
  SNAPSHOTS_DIR: z.string().default('data/snapshots'),
  STORE_URL: z.string().default('sqlite:data/state.sqlite').transform(toStateFile),
  DEFAULT_TIME: z.string().default('08:00').transform(toTime),
  DEFAULT_ZONE: z.string().refine(isZone, 'is no time zone. Use an IANA name such as Asia/Shanghai or UTC.').optional(),
  DEFAULT_LANGUAGE: z.string().transform(toLanguage).optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LOG_LEVELS, `is no log level. Use one of ${LOG_LEVELS.join(', ')}.`))
    .default('info'),
  SUMMARY_MODEL_URL: z
    .string()
    .refine(isWebAddress, 'is no http(s) address, such as http://127.0.0.1:11434/v1.')
    .optional(),
  SUMMARY_MODEL: z.string().optional(),
  SUMMARY_MODEL_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'is no key. Copy it again, without spaces.')
    .optional(),
  SUMMARY_MODEL_DAILY: z
    .string()
    .regex(/^\d{1,6}$/, 'is no number. Use how many summaries a day may be asked for, such as 200.')
    .default('200')
    .transform(Number),
});

const settings = fields.superRefine(({ SUMMARY_MODEL_URL: url, SUMMARY_MODEL: model }, context) => {
  if ((url === undefined) === (model === undefined)) return;
  const missing = url === undefined ? 'SUMMARY_MODEL_URL' : 'SUMMARY_MODEL';
  const message =
    url === undefined
      ? 'is missing. Set the address of the endpoint that serves the model.'
      : 'is missing. Set the name of the model to ask there.';
  context.addIssue({ code: 'custom', path: [missing], message });
});

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n');
}

/** The address may hold a password: only its scheme is ever repeated. */
function toStateFile(url: string, context: z.RefinementCtx): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url) ?? [];
  const file = rest?.replace(/^\/\/(?=\/)/, '');
  if (scheme?.toLowerCase() === 'sqlite' && file && !file.startsWith('//')) return file;
  const right = 'Use sqlite: and a file, such as sqlite:data/state.sqlite.';
  if (scheme === undefined) context.addIssue({ code: 'custom', message: `is no store address. ${right}` });
  else if (scheme.toLowerCase() === 'sqlite') context.addIssue({ code: 'custom', message: `names no file. ${right}` });
  else context.addIssue({ code: 'custom', message: `starts with ${scheme}:, which is not supported yet. ${right}` });
  return z.NEVER;
}

function toTime(typed: string, context: z.RefinementCtx): string {
  const times = parseTimes(typed);
  const [time, ...others] = times === undefined || times === 'instant' ? [] : times;
  if (time !== undefined && others.length === 0) return time;
  context.addIssue({ code: 'custom', message: 'is no time of day. Use one such as 08:00 or 8:30 pm.' });
  return z.NEVER;
}

function toLanguage(tag: string, context: z.RefinementCtx): Language {
  const language = languages.find((known) => known.toLowerCase() === tag.toLowerCase().replace('_', '-'));
  if (language !== undefined) return language;
  context.addIssue({ code: 'custom', message: `is no language I speak. Use one of ${languages.join(', ')}.` });
  return z.NEVER;
}

function isWebAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

/** A machine with an unreadable TZ reports `Etc/Unknown`, which no formatter accepts. */
function machineZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone && zone !== 'Etc/Unknown' ? zone : 'UTC';
}
