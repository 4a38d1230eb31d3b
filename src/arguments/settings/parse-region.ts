import { regionNamed } from '../../presenters/subscription/zone-menu.ts';

const REGION = /^(.{1,40}?)(?:\s+(\d{1,2}))?$/u;

/** Parses a page of a region in a zone menu: `Europe`, `Europe 2`, `Indian Ocean`, `欧洲 2`. */
export function parseRegion(typed: string): { region: string; page: number } | undefined {
  const [, name = '', page = '1'] = REGION.exec(typed) ?? [];
  const region = regionNamed(name);
  return region === undefined ? undefined : { region, page: Number(page) };
}
