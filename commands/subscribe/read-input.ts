import { looksLikeSubscriptionId } from '../../src/arguments/find/find-subscriptions.ts';
import { siteNames } from '../../src/arguments/find/site-names.ts';
import type { Library } from '../../src/library/library.ts';
import { parseRequest, type RequestReading } from '../../src/phrase/parse-request.ts';
import { parseTopics } from '../../src/phrase/parse-topics.ts';
import { readEdit } from '../../src/phrase/read-edit.ts';
import type { DigestStyle } from '../../src/subscription/digest-style.ts';
import { type ForumPlace, forumPlaces } from '../../src/subscription/forum-place.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';

/** What was typed, or set as named options. */
export interface SubscribeInput {
  request?: string | undefined;
  times?: string | undefined;
  days?: string | undefined;
  zone?: string | undefined;
  topics?: string | undefined;
  source?: string | undefined;
  style?: DigestStyle | undefined;
  subscription?: string | undefined;
  place?: ForumPlace | undefined;
}

/** A request with what buttons add to it. */
export interface ReadInput {
  reading: RequestReading;
  /** The id of a subscription to change, with its `#`. */
  id: string | undefined;
  place: ForumPlace | undefined;
  /** Whether it adds a subscription even if there is one for the same articles. */
  isAnother: boolean;
  /** Whether its words ask to change what there is, without saying which: `change it to 9:30`. */
  isChange: boolean;
  /** Whether what it names is added to what there is, or taken away: `also at 18:00`, `1 remove climate`. */
  edit: 'add' | 'remove' | undefined;
  /** A zone from an option, which may be anything. */
  zoneTyped: string | undefined;
}

interface ReadDeps {
  library: Pick<Library, 'sources'>;
  subscriptions: Pick<SubscriptionStore, 'get'>;
}

/** The word with which a button adds a subscription for the same articles. */
export const ANOTHER = 'as:new';
/** Whoever says no more than who subscribes wants the defaults: `subscribe me`. */
const NOBODY = /^(?:me|us|myself)(?: up)?$/iu;
const ID = /^[#＃][a-z0-9]{6}$/u;

/** Reads what was typed, or the named options. */
export async function readInput(input: SubscribeInput, { library, subscriptions }: ReadDeps): Promise<ReadInput> {
  const sites = siteNames(await library.sources());
  if (input.request === undefined) return readOptions(input, sites);
  const marks: Pick<ReadInput, 'id' | 'place' | 'isAnother'> = { id: undefined, place: undefined, isAnother: false };
  const words: string[] = [];
  for (const word of input.request.split(/(\s+)/u)) {
    const place = forumPlaces.find((one) => one === word);
    if (place !== undefined) marks.place = place;
    else if (word === ANOTHER) marks.isAnother = true;
    else if (ID.test(word) && (await looksLikeSubscriptionId(word, subscriptions))) marks.id = word;
    else words.push(word);
  }
  const typed = words.join('').replace(NOBODY, '');
  const { reading, edit } = readEdited(typed, { sites, isNamed: marks.id !== undefined });
  return {
    ...marks,
    reading,
    edit: edit === 'change' ? undefined : edit,
    isChange: edit !== undefined && marks.id === undefined,
    zoneTyped: undefined,
  };
}

/** A request, and how it edits what there is, if it does. */
function readEdited(
  typed: string,
  { sites, isNamed }: { sites: ReadonlyMap<string, string>; isNamed: boolean },
): { reading: RequestReading; edit?: 'change' | 'add' | 'remove' } {
  const { kind, rest = '' } = readEdit(typed) ?? {};
  const whole = () => ({ reading: parseRequest(typed, { sites, isChange: isNamed }) });
  if (kind === 'end') {
    const reading = parseRequest(`except ${rest}`, { sites });
    if (isSchedule(reading) && reading.daysOff.length > 0) return { reading, edit: 'change' };
    const taken = parseRequest(rest, { sites });
    const isNamedHere = isNamed || taken.line !== undefined;
    if (isNamedHere && hasOnlyTopics(taken)) return { reading: taken, edit: 'remove' };
    if (reading.problems.some((problem) => problem.kind === 'pictures')) return { reading, edit: 'change' };
    return { reading: { ...reading, problems: [{ kind, words: rest }] } };
  }
  if (kind === undefined || rest === '') return whole();
  const reading = parseRequest(rest, { sites, isChange: true });
  const { topics, without, line } = reading;
  const isExclusion = topics.length === 0 && without.length > 0;
  const isNew = kind === 'add' && !isSchedule(reading) && !isExclusion && line === undefined;
  return isNew ? { reading } : { reading, edit: kind };
}

/** Whether a request names nothing but times or days. */
function isSchedule({ problems, topics, sources, without, style, zone, isEverything: isAll }: RequestReading): boolean {
  const others = problems.length + topics.length + sources.length + without.length;
  return others === 0 && style === undefined && zone === undefined && !isAll;
}

/** Whether a request names topics, and nothing else that a subscription has. */
function hasOnlyTopics({ problems, topics, sources, without, ...reading }: RequestReading): boolean {
  const others = problems.length + sources.length + without.length + reading.times.length + reading.days.length;
  return topics.length > 0 && others === 0 && reading.style === undefined && reading.zone === undefined;
}

function readOptions(
  { times = '', days = '', zone, topics = '', source = '', style, subscription, place }: SubscribeInput,
  sites: ReadonlyMap<string, string>,
): ReadInput {
  const when = parseRequest([days, times].filter((part) => part.trim() !== '').join(', '), { sites });
  const typed = when.topics.map((words) => ({ kind: 'time', words }) as const);
  const reading = {
    ...when,
    ...parseTopics(topics),
    isEverything: parseRequest(topics).isEverything,
    sources: source.split(/[,，、;；]+|\s+(?=\S+\.\S)/u).flatMap((one) => one.trim() || []),
    style,
    place: undefined,
    problems: [...when.problems, ...typed],
  };
  return { reading, id: subscription, place, isAnother: false, isChange: false, edit: undefined, zoneTyped: zone };
}
