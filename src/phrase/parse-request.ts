import { combine } from './combine.ts';
import { findProblems, type Problem } from './find-problems.ts';
import { findUnwanted } from './find-unwanted.ts';
import { glueNames } from './glue-names.ts';
import type { Item } from './item.ts';
import { isTopicList, joinTopics } from './join-topics.ts';
import { type PlainSchedule, readSchedules, schedulesByTopic } from './read-schedules.ts';
import { type Resolved, resolve } from './resolve.ts';
import { tokenize } from './tokenize.ts';

/** A city that was read as a zone or as a topic; it may be the other. */
export interface PlaceReading {
  name: string;
  zones: readonly string[];
  isZone: boolean;
}

/** What a request says. Undefined and empty values were not named. */
export interface RequestReading {
  times: readonly string[];
  days: readonly number[];
  /** The days that the request leaves out, if it names no others. */
  daysOff: readonly number[];
  isInstant: boolean;
  zone: string | undefined;
  sources: readonly string[];
  topics: readonly string[];
  /** The topics with adjacent words joined; empty if there is nothing left to join. */
  together: readonly string[];
  without: readonly string[];
  isEverything: boolean;
  style: 'headlines' | 'brief' | 'full' | undefined;
  /** The number of a subscription in the list of `/subscriptions`. */
  line: number | undefined;
  place: PlaceReading | undefined;
  /** Several, if the days or the topics do not all have the same times. */
  schedules: readonly (PlainSchedule & { topics?: readonly string[]; sources?: readonly string[] })[];
  /** Empty if every word was understood. */
  problems: readonly Problem[];
}

interface ParseOptions {
  /** Sites by the folded names that people use for them. */
  sites?: ReadonlyMap<string, string>;
  /** Whether the request names a subscription to change. */
  isChange?: boolean;
}

const TOPIC = /^(?:word|quoted|placeTopic)$/u;
/**
 * Parses a request in the words of any supported language: `weekdays at 8 in Shanghai, only Taiwan`, `每天早上八点 台湾`. Every word
 * is accounted for: what has no meaning here is a problem, never a topic.
 */
export function parseRequest(text: string, { sites, isChange = false }: ParseOptions = {}): RequestReading {
  const tokens = tokenize(text, sites);
  const single = resolve(glueNames(combine(tokens.items), tokens), {
    ...tokens,
    sites: sites ?? new Map(),
    isChange,
  });
  const joined = joinTopics(single, tokens);
  const items = isTopicList(single) ? joined : single;
  const { wanted, unwanted, unwantedDays, leftOver } = findUnwanted(items, tokens);
  const selected = (some: readonly Resolved[]) => ({
    sources: some.flatMap(({ kind, words }) => (kind === 'source' && words ? [words] : [])),
    topics: namesOf(
      some.filter(({ kind }) => TOPIC.test(kind)),
      tokens,
    ),
  });
  const when = readSchedules(wanted, unwantedDays);
  const byTopic = schedulesByTopic(wanted).map(({ about, ...schedule }) => ({ ...schedule, ...selected(about) }));
  const schedules = byTopic.length > 0 ? byTopic : when.schedules;
  const place = items.find(({ kind, words }) => kind === 'placeTopic' || (kind === 'zone' && words !== undefined));
  return {
    ...when,
    ...selected(wanted),
    schedules,
    isInstant: wanted.some(({ kind }) => kind === 'instant'),
    zone: wanted.find(({ kind }) => kind === 'zone')?.zones?.[0],
    together: items.length > joined.length ? selected(findUnwanted(joined, tokens).wanted).topics : [],
    without: namesOf(unwanted, tokens),
    isEverything: wanted.some(({ kind }) => kind === 'all'),
    style: wanted.find(({ style }) => style !== undefined)?.style,
    line: wanted.find(({ kind }) => kind === 'line')?.number,
    place: place && {
      name: tokens.typed.slice(place.start, place.end),
      zones: place.zones ?? [],
      isZone: place.kind === 'zone',
    },
    problems: findProblems({ items, wanted, leftOver, schedules, typed: tokens.typed }),
  };
}

/** A French or Italian article that is joined to a name: `l'économie`, `dell’Ucraina`. */
const ARTICLE = /^(?:l['’](?=\p{L})|(?:d|dell|all|dall|nell|sull)['’](?=\p{Lu}\p{L}))/u;

/** The names of topics without quotes inside, each once in any case; the first spelling wins. */
export function namesOf(
  topics: readonly Pick<Item, 'start' | 'end' | 'words'>[],
  { typed }: { typed: string },
): string[] {
  const plain = topics
    .map(({ start, end, words = typed.slice(start, end) }) => words.replace(/["“”「」『』\s]+/gu, ' ').trim())
    .flatMap((words) => words.replace(ARTICLE, '') || []);
  return [...new Map(plain.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed();
}
