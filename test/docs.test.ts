import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../adapters/index.ts';
import { createTalk } from './fixtures/converse.ts';

const root = resolve(import.meta.dirname, '..');
const pages = globSync('**/*.md', {
  cwd: root,
  exclude: ['**/node_modules', 'data/snapshots', 'data/captured', 'data/mirrors', 'coverage'],
}).sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const VARIABLES = Object.values(settings).flatMap(({ variables }) => variables);

describe('the README', () => {
  it('lists all commands with their arguments', () => {
    const { commands } = createTalk();
    const published = commands.filter(({ hidden }) => hidden !== true);
    const rows = published.map(({ name, args }) => [
      `/${name}`,
      Object.entries(args)
        .filter(([, { named, hidden }]) => named !== true && hidden !== true)
        .map(([arg, { optional }]) => (optional ? `${arg}?` : arg))
        .join(', '),
    ]);
    expect(rowsOf('Commands').map((cells) => cells.slice(0, 2))).toEqual(rows);
  });

  it('lists all settings', () => {
    expect(rowsOf('Settings').map(([name]) => name)).toEqual(VARIABLES);
  });

  it('starts with one sentence and how to run it', () => {
    expect(read('README.md').split('\n').slice(0, 20).join('\n')).toMatch(/npm ci\nnpm start\n.*`npm test`/su);
  });

  it('names the oldest Node that package.json allows', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(read('README.md')).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
  });
});

describe('.env.example', () => {
  it('lists all settings', () => {
    const named = [...read('.env.example').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(named).toEqual(VARIABLES);
  });
});

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('has no dead link', () => {
    const prose = text.replace(/```.*?```|`[^`\n]*`/gsu, '');
    const links = [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/gu)].map(([, link]) => String(link));
    expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/gu)]
      .filter(([call, name]) => call.includes(' run ') || name === 'start' || name === 'test')
      .map(([, name]) => String(name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));

  it('numbers each decision once', () => {
    const numbers = decisions.map((page) => /\/(\d{4})-/u.exec(page)?.[1]);
    expect(new Set(numbers).size).toBe(decisions.length);
  });

  it.each(decisions)('%s has its number, date and parts', (page) => {
    const number = Number(/\/(\d{4})-/u.exec(page)?.[1]);
    expect(read(page)).toMatch(
      new RegExp(
        `^# ${number}\\. .+\\n\\d{4}-\\d\\d-\\d\\d\\n.+## Context\\n.+## Decision\\n.+## Consequences\\n`,
        'su',
      ),
    );
  });
});

/** The cells of the table under a heading of the README, without backquotes. */
function rowsOf(heading: string): string[][] {
  const [, part = ''] = read('README.md').split(`\n## ${heading}\n`);
  const rows = (part.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || headingsOf(file).includes(anchor);
}

/** The anchors that a page's headings get, as GitHub makes them. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/gu, '-'),
  );
}
