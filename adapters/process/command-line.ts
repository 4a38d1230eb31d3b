import { parseArgs } from 'node:util';
import { type DigestStyle, styles } from '../../src/subscription/digest-style.ts';

/** A command that needs no settings. */
export type SimpleCommand = { run: 'help' } | { run: 'version' } | { run: 'parse'; files: readonly string[] };

/** What the process was started for. */
export type CommandLine =
  | SimpleCommand
  | { run: 'start' }
  | { run: 'chat' }
  | { run: 'doctor' }
  /** `out` is the folder for the snapshots, undefined for the one of the settings. */
  | { run: 'capture'; addresses: readonly string[]; out: string | undefined }
  | { run: 'opml'; direction: 'import' | 'export'; file: string }
  | { run: 'backup'; file: string }
  | { run: 'restore'; file: string }
  /** The addresses of stores, which may contain passwords. */
  | { run: 'migrate'; from: string; to: string }
  /** `since` as it was typed: what it means depends on the settings. */
  | { run: 'digest'; style: DigestStyle; since: string | undefined; json: boolean };

/** The process was started in a way that means nothing; the message says what was wrong and what would be right. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** How to start the process, each way. */
export const USAGE = {
  start: 'Usage: npm start',
  chat: 'Usage: npm run --silent chat',
  doctor: 'Usage: npm run doctor',
  parse: 'Usage: npm run --silent parse -- FILE…',
  capture: 'Usage: npm run --silent capture -- [--out FOLDER] ADDRESS…',
  opml: 'Usage: npm run opml -- import|export FILE',
  backup: 'Usage: npm run backup -- FILE',
  restore: 'Usage: npm run restore -- FILE',
  migrate: 'Usage: npm run migrate -- --from URL --to URL',
  digest: `Usage: npm run --silent digest -- [--style ${styles.join('|')}] [--since ISO] [--json]`,
} as const;

/** What `npm start -- --help` says. */
export const HELP = `Gazette delivers article digests to Telegram and Discord, or shows the articles in this terminal.

  npm start                  serves Telegram with TELEGRAM_TOKEN, Discord with DISCORD_TOKEN; with neither, opens a prompt
  npm run --silent chat      answers a command a line from standard input; "/help" lists the commands
  npm run --silent digest    prints the digest [-- --style ${styles.join('|')}] [--since ISO] [--json]
  npm run --silent parse     prints a line of JSON for each snapshot file: -- FILE…
  npm run --silent capture   saves web pages as snapshots, and prints a line of JSON for each: -- [--out FOLDER] ADDRESS…
  npm run opml               reads feeds to follow from a file of another reader, or writes them: -- import|export FILE
  npm run backup             writes all state to a file, also while the bot runs, and checks it: -- FILE
  npm run restore            puts a backup in the place of the state: -- FILE
  npm run migrate            moves all state to another store, and compares both: -- --from URL --to URL
  npm run doctor             checks the settings and the library, and says what to do
  npm start -- --version     prints the version

Settings are environment variables, or lines of the file .env: .env.example lists them, README.md explains them.
`;

/**
 * Reads the arguments behind `node src/main.ts`.
 * @throws WrongUsage
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const [run = 'start', ...rest] = args;
  if (run === 'help' || run === '--help' || run === '-h') return { run: 'help' };
  if (run === '--version' || run === '-v') return { run: 'version' };
  if (rest.length === 1 && (rest[0] === '--help' || rest[0] === '-h')) return { run: 'help' };
  if (!isKnown(run)) throw new WrongUsage(`Unknown command or option "${run}".\n${Object.values(USAGE).join('\n')}`);
  try {
    return readArguments(run, rest);
  } catch (cause) {
    if (!(cause instanceof WrongUsage) && !isParseArgsError(cause)) throw cause;
    const [said] = cause.message.split(/\.(?:\s|$)|\n/u, 1); // Node goes on about positional arguments
    throw new WrongUsage(`${said}.\n${USAGE[run]}`, { cause });
  }
}

function readArguments(run: keyof typeof USAGE, args: string[]): CommandLine {
  switch (run) {
    case 'parse': {
      const { positionals: files } = parseArgs({ args, options: {}, allowPositionals: true });
      if (files.length === 0) throw new WrongUsage('Name at least one file.');
      return { run, files };
    }
    case 'capture':
      return { run, ...readCapture(args) };
    case 'opml': {
      const [direction, file, ...others] = parseArgs({ args, options: {}, allowPositionals: true }).positionals;
      if (direction !== 'import' && direction !== 'export') throw new WrongUsage('Say import or export.');
      if (file === undefined || others.length > 0) throw new WrongUsage('Name one file.');
      return { run, direction, file };
    }
    case 'backup':
    case 'restore': {
      const [file, ...others] = parseArgs({ args, options: {}, allowPositionals: true }).positionals;
      if (file === undefined || others.length > 0) throw new WrongUsage('Name one file.');
      return { run, file };
    }
    case 'migrate':
      return { run, ...readStores(args) };
    case 'digest': {
      const options = { style: { type: 'string' }, since: { type: 'string' }, json: { type: 'boolean' } } as const;
      const { values } = parseArgs({ args, options });
      return { run, style: readStyle(values.style), since: values.since, json: values.json ?? false };
    }
    case 'start':
    case 'chat':
    case 'doctor':
      parseArgs({ args, options: {} });
      return { run };
    default:
      return run satisfies never;
  }
}

function readCapture(args: string[]): { addresses: readonly string[]; out: string | undefined } {
  const options = { out: { type: 'string' } } as const;
  const { positionals: addresses, values } = parseArgs({ args, options, allowPositionals: true });
  if (addresses.length === 0) throw new WrongUsage('Name at least one address.');
  if (values.out === '') throw new WrongUsage('Name a folder after --out.');
  return { addresses, out: values.out };
}

/** An argument may contain a password: no message repeats it. */
function readStores(args: string[]): { from: string; to: string } {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const { from, to, ...others } = values;
  if (typeof from !== 'string' || typeof to !== 'string' || positionals.length > 0 || Object.keys(others).length > 0)
    throw new WrongUsage('Name the store that has the state after --from, and an empty one after --to.');
  return { from, to };
}

function readStyle(typed = 'brief'): DigestStyle {
  const style = styles.find((known) => known === typed);
  if (style === undefined) throw new WrongUsage(`There is no style "${typed}".`);
  return style;
}

function isKnown(run: string): run is keyof typeof USAGE {
  return Object.hasOwn(USAGE, run);
}

function isParseArgsError(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS_');
}
