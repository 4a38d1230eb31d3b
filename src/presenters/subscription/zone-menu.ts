import type { Audience } from '../../locales/audience.ts';
import { languages } from '../../locales/languages.ts';
import { localName } from '../../locales/local-name.ts';
import { zoneName } from '../../locales/zone-name.ts';
import { parseZone } from '../../schedule/parse-zone.ts';
import { suggestZones } from '../../schedule/suggest-zones.ts';
import { zonesByRegion } from '../../schedule/zones.ts';
import { paginate } from '../../view/paginate.ts';
import { openAction } from '../../view/spans.ts';
import type { Action } from '../../view/view.ts';
import { zoneLabel } from './zone-label.ts';

const GREAT_CITIES = 12;
const PAGE_SIZE = 24;

/** The commands of the buttons in a zone menu. */
export interface ZoneCommands {
  choose(zone: string): string;
  open(region: string, page: number): string;
}

/** Finds a region by its typed name: that of IANA, or one that people see in a language. A name that is a zone too means the zone. */
export function regionNamed(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase();
  const regions = [...zonesByRegion().keys()];
  const byName = regions.find((region) => region.toLowerCase() === wanted);
  if (byName !== undefined || parseZone(wanted) !== undefined) return byName;
  return regions.find((region) =>
    languages.some((language) => regionName(region, { language }).toLowerCase() === wanted),
  );
}

/** What a zone menu shows: which page, the time now, and the zone in use. */
interface ZoneMenuOptions {
  region?: string | undefined;
  page?: number | undefined;
  now: Date;
  current?: string | undefined;
}

/** A zone menu: big cities and all regions, or a page of one region; each zone with the time there, the one in use marked. */
export function zoneActions(
  { region, page = 1, now, current }: ZoneMenuOptions,
  commands: ZoneCommands,
  audience: Audience,
): Action[] {
  const inRegion = region === undefined ? undefined : zonesByRegion().get(region);
  const choiceOf = (zone: string) =>
    choice(`${zone === current ? '✓ ' : ''}${zoneLabel(zone, now, audience)}`, zone, commands);
  if (region === undefined || inRegion === undefined) {
    const regions = [...zonesByRegion().keys()].map((name) =>
      openAction(`${regionName(name, audience)} ›`, commands.open(name, 1)),
    );
    return [...suggestZones('', GREAT_CITIES).map(choiceOf), ...regions];
  }
  const { previous, next } = paginate(inRegion.length, page, PAGE_SIZE);
  const shown = inRegion.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const move = (label: string, to: number | undefined): Action[] =>
    to === undefined ? [] : [{ label, role: 'move', command: commands.open(region, to) }];
  return [
    ...shown.map(choiceOf),
    ...move(audience.t('button.pageBefore'), previous),
    ...move(audience.t('button.pageAfter'), next),
  ];
}

function regionName(region: string, { language }: Pick<Audience, 'language'>): string {
  return localName('region', region, language) ?? region;
}

/** Zones similar to an unknown one. */
export function nearZones(
  typed: string,
  commands: Pick<ZoneCommands, 'choose'>,
  audience: Pick<Audience, 'language'>,
): Action[] {
  const pieces = [
    typed.trim(),
    ...typed
      .trim()
      .split(/[\s/_]+/u)
      .toReversed(),
  ];
  const starts = pieces.flatMap((piece) => [piece, piece.slice(0, 5), piece.slice(0, 4), piece.slice(0, 3)]);
  const found = starts.filter((start) => start.length > 0).map((start) => suggestZones(start, 5));
  const near = found.find((zones) => zones.length > 0) ?? suggestZones('', 5);
  return near.map((zone) => choice(zoneName(zone, audience.language), zone, commands));
}

function choice(label: string, zone: string, commands: Pick<ZoneCommands, 'choose'>): Action {
  return { label, role: 'contents', command: commands.choose(zone) };
}
