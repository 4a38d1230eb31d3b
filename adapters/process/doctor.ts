import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { RejectedFile } from '../../src/library/store.ts';
import { StoreError } from '../../src/library/store-error.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { UnreadableEntry } from '../../src/state.ts';
import type { Probe } from '../platform.ts';

/** The library, and what its sync with the folder found. */
interface CheckedLibrary {
  library: Pick<Library, 'size' | 'refusals'>;
  /** How many snapshots there are. */
  files: number;
  /** What is wrong with the folder, a line each. */
  complaints: readonly string[];
  /** What is stored and cannot be read. */
  unreadable: readonly UnreadableEntry[];
}

export interface DoctorOptions {
  /** The folder of snapshots, as the settings name it. */
  folder: string;
  /** The store, as it may be shown. */
  store: string;
  t: Translate;
  /** Opens the state and brings it up to date with the folder. */
  open(): Promise<CheckedLibrary>;
  /** The platforms that the settings ask for. */
  platforms: readonly Probe[];
  /** Words an error for the operator. */
  describe(error: unknown): string;
}

/** One thing that was looked at. */
export interface Finding {
  mark: 'fine' | 'note' | 'wrong';
  text: string;
}

const MAX_LISTED = 20;
const MARKS = { fine: '✓', note: '!', wrong: '✗' } as const;

/** Looks at everything that the bot stands on; what is wrong is said together with what helps. */
export async function examine(options: DoctorOptions): Promise<Finding[]> {
  const { folder, store, t, open, platforms, describe } = options;
  const asked = await Promise.all(platforms.map((platform) => askPlatform(platform, t)));
  const findings: Finding[] = [{ mark: 'fine', text: t('doctor.settings') }, ...asked];
  try {
    const { library, ...found } = await open();
    findings.push(...folderFindings(found, folder, t));
    findings.push({ mark: 'fine', text: t('doctor.articles', { count: await library.size(), file: store }) });
    findings.push(...refusalFindings(await library.refusals(), t), ...unreadableFindings(found.unreadable, t));
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

async function askPlatform({ name: platform, ask }: Probe, t: Translate): Promise<Finding> {
  try {
    return { mark: 'fine', text: t('doctor.joined', { platform, name: await ask() }) };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return { mark: 'wrong', text: t('doctor.shutOut', { platform, why: error.message.replace(/[.\s]*$/u, '') }) };
  }
}

/** A finding as it is printed. */
export function toLine({ mark, text }: Finding): string {
  return `${MARKS[mark]} ${text.replaceAll('\n', '\n  ')}\n`;
}

function folderFindings(
  { files: count, complaints }: Pick<CheckedLibrary, 'files' | 'complaints'>,
  folder: string,
  t: Translate,
): Finding[] {
  const found: Finding[] = count > 0 ? [{ mark: 'fine', text: t('doctor.snapshots', { count, folder }) }] : [];
  const nothing = count === 0 && complaints.length === 0 ? [t('console.nothing', { folder })] : [];
  return [...found, ...[...complaints, ...nothing].map((text): Finding => ({ mark: 'wrong', text }))];
}

function refusalFindings(refusals: readonly RejectedFile[], t: Translate): Finding[] {
  if (refusals.length === 0) return [];
  const shown = refusals.slice(0, MAX_LISTED).map((refusal) => {
    const { file, line } = refusal;
    return `${file}${line === null ? '' : `:${line}`}: ${tellRefusal(refusal, t)}`;
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

/** Why it was refused, in the operator's language; what the log and scripts read is in English. */
function tellRefusal({ code, message }: RejectedFile, t: Translate): string {
  const known = REFUSALS.find((one) => one === code);
  return known === undefined ? message : t(`refusal.${known}`);
}

const REFUSALS = ['empty', 'too-large', 'not-utf8', 'no-address', 'bad-address', 'no-content'] as const;
