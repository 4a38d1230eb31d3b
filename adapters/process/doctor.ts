import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { RejectedFile } from '../../src/library/store.ts';
import { StoreError } from '../../src/library/store-error.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { StoreRisk, UnreadableEntry } from '../../src/state.ts';
import { toOperatorText } from '../../src/text/operator-text.ts';
import type { Probe } from '../shared/platform.ts';

/** The library, with the results of its sync. */
interface CheckedLibrary {
  library: Pick<Library, 'size' | 'refusals'>;
  /** The number of snapshots. */
  files: number;
  /** The number of deleted files whose articles are still there. */
  missing: number;
  /** The problems of the folder, one line each. */
  complaints: readonly string[];
  /** What is stored and cannot be read. */
  unreadable: readonly UnreadableEntry[];
  /** What in the settings of the store's server could lose state. */
  risks: readonly StoreRisk[];
}

export interface DoctorOptions {
  /** The folder of snapshots, as configured. */
  folder: string;
  /** All folders that the library is read from. */
  folders: readonly string[];
  /** Whether the articles of deleted files stay for ever. */
  keepsDeleted: boolean;
  /** The store, without a password. */
  store: string;
  t: Translate;
  /** Opens the state and brings it up to date with the folder. */
  open(): Promise<CheckedLibrary>;
  /** The configured platforms. */
  platforms: readonly Probe[];
  /** Whether `HTTP_PORT` can be used, if it is set. */
  http: { port: number; check(): Promise<'free' | 'served' | { problem: string }> } | undefined;
  /** The configured mirrors; `ask` resolves to why one cannot be reached. */
  mirrors: readonly { mirror: string; ask(): Promise<string | undefined> }[];
  /** Describes an error for the operator. */
  describe(error: unknown): string;
}

/** The result of one check. */
export interface Finding {
  mark: 'fine' | 'note' | 'wrong';
  text: string;
}

const MAX_LISTED = 20;
const MARKS = { fine: '✓', note: '!', wrong: '✗' } as const;

/** Checks everything that the bot depends on. Each problem comes with its remedy. */
export async function examine(options: DoctorOptions): Promise<Finding[]> {
  const { store, t, open, platforms, mirrors, describe } = options;
  const checks = await Promise.all([
    ...platforms.map((platform) => checkPlatform(platform, t)),
    checkHttp(options),
    ...mirrors.map(async (mirror) => [await checkMirror(mirror, t)]),
  ]);
  const findings: Finding[] = [{ mark: 'fine', text: t('doctor.settings') }, ...checks.flat()];
  try {
    const { library, ...found } = await open();
    findings.push(...folderFindings(found, options), ...deletedFindings(found, options));
    findings.push({ mark: 'fine', text: t('doctor.articles', { count: await library.size(), file: store }) });
    findings.push(...refusalFindings(await library.refusals(), t), ...unreadableFindings(found.unreadable, t));
    findings.push(...found.risks.map((risk): Finding => ({ mark: 'note', text: describeRisk(risk, t) })));
  } catch (error) {
    findings.push({
      mark: 'wrong',
      text: error instanceof StoreError ? `${store}: ${t(`store.${error.reason}`)}` : describe(error),
    });
  }
  const has = (wanted: Finding['mark']) => findings.some(({ mark }) => mark === wanted);
  if (has('wrong')) return findings;
  const names = platforms.map(({ name }) => name).join(t('join.names'));
  const next = names === '' ? t('doctor.opens') : t('doctor.serves', { platforms: names });
  return [...findings, { mark: 'fine', text: t(has('note') ? 'doctor.rest' : 'doctor.fine', { next }) }];
}

async function checkPlatform({ name: platform, ask, notes }: Probe, t: Translate): Promise<Finding[]> {
  try {
    const joined: Finding = { mark: 'fine', text: t('doctor.joined', { platform, ...(await ask()) }) };
    const more = (await notes?.()) ?? [];
    return [joined, ...more.map(({ mark, text, values }) => ({ mark, text: t(text, { platform, ...values }) }))];
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const key = error.reason === 'busy' ? 'doctor.unreachable' : 'doctor.shutOut';
    return [{ mark: 'wrong', text: t(key, { platform, why: error.message.replace(/[.\s]*$/u, '') }) }];
  }
}

async function checkHttp({ http, t }: Pick<DoctorOptions, 'http' | 't'>): Promise<Finding[]> {
  if (http === undefined) return [];
  const found = await http.check();
  if (typeof found === 'object') return [{ mark: 'wrong', text: found.problem }];
  const { port } = http;
  return [{ mark: 'fine', text: t(found === 'free' ? 'doctor.portFree' : 'doctor.portServed', { port }) }];
}

async function checkMirror({ mirror, ask }: DoctorOptions['mirrors'][number], t: Translate): Promise<Finding> {
  const why = await ask();
  if (why === undefined) return { mark: 'fine', text: t('doctor.mirror', { mirror }) };
  return { mark: 'wrong', text: t('doctor.noMirror', { mirror, why: why.replace(/[.\s]*$/u, '') }) };
}

/** Formats a finding, safe for a terminal. */
export function toLine({ mark, text }: Finding): string {
  return `${MARKS[mark]} ${toOperatorText(text).replaceAll('\n', '\n  ')}\n`;
}

function folderFindings(
  { files: count, complaints }: Pick<CheckedLibrary, 'files' | 'complaints'>,
  { folder, folders, t }: DoctorOptions,
): Finding[] {
  const where = folders.join(t('join.names'));
  const found: Finding[] = count > 0 ? [{ mark: 'fine', text: t('doctor.snapshots', { count, folder: where }) }] : [];
  const nothing = count === 0 && complaints.length === 0 ? [t('console.nothing', { folder })] : [];
  return [...found, ...[...complaints, ...nothing].map((text): Finding => ({ mark: 'wrong', text }))];
}

function deletedFindings(
  { missing: count }: Pick<CheckedLibrary, 'missing'>,
  { t, keepsDeleted }: DoctorOptions,
): Finding[] {
  if (count === 0) return [];
  return [{ mark: 'note', text: t(keepsDeleted ? 'doctor.kept' : 'doctor.deleted', { count }) }];
}

function refusalFindings(refusals: readonly RejectedFile[], t: Translate): Finding[] {
  if (refusals.length === 0) return [];
  const shown = refusals.slice(0, MAX_LISTED).map((refusal) => {
    const { file, line } = refusal;
    return `${file}${line === null ? '' : `:${line}`}: ${describeRejection(refusal, t)}`;
  });
  return [toNote(t('doctor.refused', { count: refusals.length }), { shown, of: refusals.length }, t)];
}

function toNote(heading: string, { shown, of }: { shown: readonly string[]; of: number }, t: Translate): Finding {
  const more = of - shown.length;
  return {
    mark: 'note',
    text: [heading, ...shown, ...(more > 0 ? [t('doctor.more', { count: more })] : [])].join('\n'),
  };
}

function unreadableFindings(unreadable: readonly UnreadableEntry[], t: Translate): Finding[] {
  if (unreadable.length === 0) return [];
  const shown = unreadable.slice(0, MAX_LISTED).map(({ kind, id, why }) => `${kind} ${id}: ${why}`);
  return [toNote(t('doctor.unreadable', { count: unreadable.length }), { shown, of: unreadable.length }, t)];
}

function describeRisk(risk: StoreRisk, t: Translate): string {
  return typeof risk === 'string' ? t(`doctor.risk.${risk}`) : t('doctor.risk.few-connections', risk);
}

/** Explains a rejection in the operator's language. The log and the JSON output are in English. */
function describeRejection({ code, message }: RejectedFile, t: Translate): string {
  const known = REFUSALS.find((one) => one === code);
  return known === undefined ? message : t(`refusal.${known}`);
}

const REFUSALS = ['empty', 'too-large', 'not-utf8', 'no-address', 'bad-address', 'no-content'] as const;
