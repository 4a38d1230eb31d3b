import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** The folders of `src` in the order in which data flows through them: each imports only those before it. */
const PIPELINE = [
  'language',
  'text',
  'article',
  'html',
  'locales',
  'summary',
  'snapshot',
  'web',
  'feed',
  'capture',
  'library',
  'view',
  'schedule',
  'phrase',
  'subscription',
  'following',
  'digest',
  'delivery',
  'presenters',
  'chat',
  'arguments',
  'messaging',
  'operators',
];
const IMPORTS = 'noRestrictedImports';
const OUTSIDE = 'no-restricted-imports';

/** What stands in each file, and the rule that must refuse it. */
const refused: Record<string, { code: string; by: string }> = {
  ...backwards(),
  'src/article/to-command.ts': { code: imports('../../commands/plain.ts'), by: IMPORTS },
  'src/library/to-adapter.ts': { code: imports('../../adapters/console/plain.ts'), by: IMPORTS },
  'src/library/to-config.ts': { code: imports('../config.ts'), by: IMPORTS },
  'src/chat/types-of-command.ts': { code: importsType('../../commands/plain.ts'), by: IMPORTS },
  'src/to-adapter.ts': { code: imports('../adapters/console/plain.ts'), by: IMPORTS },
  'src/to-main.ts': { code: imports('./main.ts'), by: IMPORTS },
  'commands/to-adapter.ts': { code: imports('../adapters/console/plain.ts'), by: IMPORTS },
  'commands/to-adapter-later.ts': { code: "export const x = import('../adapters/console/plain.ts');\n", by: IMPORTS },
  'commands/to-main.ts': { code: imports('../src/main.ts'), by: IMPORTS },
  'adapters/console/to-command.ts': { code: imports('../../commands/plain.ts'), by: IMPORTS },
  'adapters/console/to-other-adapter.ts': { code: imports('../process/plain.ts'), by: IMPORTS },
  'adapters/discord/render/to-other-adapter.ts': { code: imports('../../telegram/plain.ts'), by: IMPORTS },
  'adapters/discord/types-of-other-adapter.ts': { code: importsType('../telegram/plain.ts'), by: IMPORTS },
  'adapters/shared/to-adapter.ts': { code: imports('../telegram/plain.ts'), by: IMPORTS },
  'adapters/to-main.ts': { code: imports('../src/main.ts'), by: IMPORTS },
  'src/view/ring-a.ts': { code: "import { b } from './ring-b.ts';\nexport const a = () => b;\n", by: 'noImportCycles' },
  'src/view/ring-b.ts': {
    code: "import type { a } from './ring-a.ts';\nexport const b = (x: typeof a) => x;\n",
    by: 'noImportCycles',
  },
  'src/article/disk.ts': { code: imports('node:fs/promises'), by: OUTSIDE },
  'src/library/sql.ts': { code: imports('node:sqlite'), by: OUTSIDE },
  'src/chat/network.ts': { code: imports('node:net'), by: OUTSIDE },
  'commands/disk.ts': { code: imports('node:fs'), by: OUTSIDE },
  'src/library/keyv.ts': { code: imports('keyv'), by: OUTSIDE },
  'commands/sdk.ts': { code: imports('telegraf'), by: OUTSIDE },
  'src/digest/fetch.ts': { code: "export const x = fetch('https://example.org');\n", by: 'no-restricted-globals' },
  'src/digest/now.ts': { code: 'export const x = Date.now();\n', by: 'no-restricted-properties' },
  'src/digest/clock.ts': { code: 'export const x = new Date();\n', by: 'plugin' },
  'src/chat/env.ts': { code: "export const x = process.env['HOME'];\n", by: 'noProcessEnv' },
  'adapters/console/env.ts': { code: "export const x = process.env['HOME'];\n", by: 'noProcessEnv' },
  'commands/say.ts': { code: "console.log('x');\n", by: 'noConsole' },
  'src/chat/default.ts': { code: 'export default 1;\n', by: 'noDefaultExport' },
  'src/chat/barrel.ts': { code: "export { x } from './plain.ts';\n", by: 'noBarrelFile' },
};

/** What the same rules must let through. */
const permitted: Record<string, string> = {
  ...forwards(),
  'src/article/epoch.ts': 'export const x = new Date(0);\n',
  'src/article/hash.ts': imports('node:crypto'),
  'src/article/beside.ts': imports('./plain.ts'),
  'src/clock.ts': 'export const x = 1;\n',
  'src/library/to-clock.ts': importsType('../clock.ts'),
  'src/chat/commands.ts': 'export const x = 1;\n',
  'src/chat/named-like-a-layer.ts': imports('./commands.ts'),
  'src/main.ts': `${imports('../commands/plain.ts')}export const y = [process.env['HOME'], new Date()];\n`,
  'commands/plain.ts': imports('../src/view/plain.ts'),
  'adapters/console/plain.ts': imports('../../src/view/plain.ts'),
  'adapters/shared/plain.ts': 'export const x = 1;\n',
  'adapters/list.ts': imports('./console/plain.ts'),
  'adapters/process/plain.ts': imports('../shared/plain.ts'),
  'adapters/telegram/plain.ts': imports('./render/plain.ts'),
  'adapters/telegram/render/plain.ts': imports('../../../src/view/plain.ts'),
  'adapters/discord/plain.ts': 'export const x = 1;\n',
  'adapters/discord/render/to-own-folder.ts': imports('../plain.ts'),
  'adapters/discord/render/to-shared.ts': imports('../../shared/plain.ts'),
  'adapters/console/disk.ts': imports('node:fs'),
};

/** From each folder to each that comes after it. */
function backwards(): Record<string, { code: string; by: string }> {
  const pairs = PIPELINE.flatMap((from, at) => PIPELINE.slice(at + 1).map((to) => [from, to] as const));
  return Object.fromEntries(
    pairs.map(([from, to]) => [`src/${from}/to-${to}.ts`, { code: imports(`../${to}/plain.ts`), by: IMPORTS }]),
  );
}

/** A file in each folder that imports the one in the folder before. */
function forwards(): Record<string, string> {
  return Object.fromEntries(
    PIPELINE.map((folder, at) => {
      const before = PIPELINE[at - 1];
      return [
        `src/${folder}/plain.ts`,
        before === undefined ? 'export const x = 1;\n' : imports(`../${before}/plain.ts`),
      ];
    }),
  );
}

const RULES = new Set(Object.values(refused).map(({ by }) => by));
let folder: string;
let found: Map<string, Set<string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-layers-'));
  await Promise.all(['biome.json', '.biome', '.oxlintrc.json', 'package.json'].map(copy));
  const files = [...Object.entries(permitted), ...Object.entries(refused).map(([name, { code }]) => [name, code])];
  await Promise.all(files.map(([name, code]) => write(String(name), String(code))));
  found = new Map([...files.map(([name]) => [String(name), new Set<string>()] as const)]);
  for (const [file, rule] of [...(await biome()), ...(await oxlint())]) found.get(file)?.add(rule);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the layer rules', () => {
  it.each(Object.entries(refused))('refuse %s', (file, { by }) => {
    expect([...(found.get(file) ?? [])]).toContain(by);
  });

  it.each(Object.keys(permitted))('permit %s', (file) => {
    expect([...(found.get(file) ?? [])].filter((rule) => RULES.has(rule))).toEqual([]);
  });
});

describe('the folders of src', () => {
  it('are those of the pipeline, and each imports only those before it', async () => {
    const files = await Array.fromAsync(glob('src/**/*.ts', { cwd: root }));
    expect(new Set(files.map(folderOf).filter((one) => one !== ''))).toEqual(new Set(PIPELINE));
    const wrong: string[] = [];
    for (const file of files.filter((one) => folderOf(one) !== '')) {
      const code = await readFile(join(root, file), 'utf8');
      for (const [, from = ''] of code.matchAll(/from '(\.\.\/[^']+)'/gu)) {
        const to = folderOf(relative(root, resolve(root, dirname(file), from)));
        if (PIPELINE.indexOf(to) > PIPELINE.indexOf(folderOf(file))) wrong.push(`${file} imports ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** The folder of `src` that a file is in; '' for one that lies in `src` itself. */
function folderOf(file: string): string {
  const [, folder = '', ...rest] = file.split('/');
  return rest.length === 0 ? '' : folder;
}

function imports(from: string): string {
  return `import { x } from '${from}';\nexport const used = x;\n`;
}

function importsType(from: string): string {
  return `import type { x } from '${from}';\nexport type Used = typeof x;\n`;
}

function copy(name: string): Promise<void> {
  return cp(join(root, name), join(folder, name), { recursive: true });
}

async function write(name: string, code: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), code);
}

async function biome(): Promise<[string, string][]> {
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const { diagnostics } = (await run('biome', args)) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  return diagnostics.map(({ category, location }) => [location.path, category.split('/').at(-1) ?? '']);
}

async function oxlint(): Promise<[string, string][]> {
  const { diagnostics } = (await run('oxlint', ['--format=json'])) as {
    diagnostics: { code: string; filename: string }[];
  };
  return diagnostics.map(({ code, filename }) => [filename, /\((.+)\)/u.exec(code)?.[1] ?? code]);
}

/** Runs one of the project's tools in the folder; both end with 1 where they refuse something. */
function run(tool: string, args: string[]): Promise<unknown> {
  return new Promise((done, fail) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(join(root, 'node_modules/.bin', tool), args, options, (error, stdout) => {
      try {
        done(JSON.parse(stdout));
      } catch (cause) {
        fail(new Error(`${tool} answered: ${stdout}`, { cause: error ?? cause }));
      }
    });
  });
}
