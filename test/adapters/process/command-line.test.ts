import { describe, expect, it } from 'vitest';
import { readCommandLine, WrongUsage } from '../../../adapters/process/command-line.ts';

describe('readCommandLine', () => {
  it.each([
    [[], { run: 'start' }],
    [['chat'], { run: 'chat' }],
    [['doctor'], { run: 'doctor' }],
    [['--help'], { run: 'help' }],
    [['-h'], { run: 'help' }],
    [['digest', '--help'], { run: 'help' }],
    [['--version'], { run: 'version' }],
    [['-v'], { run: 'version' }],
    [['parse', 'a.md', '--', '-b.md'], { run: 'parse', files: ['a.md', '-b.md'] }],
    [['digest'], { run: 'digest', style: 'brief', since: undefined, json: false }],
    [
      ['digest', '--json', '--style=full', '--since', '2021-11-15'],
      { run: 'digest', style: 'full', since: '2021-11-15', json: true },
    ],
    [['migrate', '--from', 'sqlite:a', '--to=sqlite:b'], { run: 'migrate', from: 'sqlite:a', to: 'sqlite:b' }],
  ])('reads %j', (args, command) => {
    expect(readCommandLine(args)).toEqual(command);
  });

  it.each([
    [['nope'], 'nope'],
    [['--nope'], '--nope'],
    [['chat', '--version'], '--version'],
    [['parse'], 'at least one file'],
    [['parse', '--fast', 'a.md'], '--fast'],
    [['digest', '--style', 'long'], 'long'],
    [['digest', '--style'], '--style'],
    [['digest', 'extra'], 'extra'],
    [['chat', '--json'], '--json'],
  ])('says what is wrong with %j, and how it is done', (args, said) => {
    const read = () => readCommandLine(args);
    expect(read).toThrow(WrongUsage);
    expect(read).toThrow(said);
    expect(read).toThrow(/^Usage: npm /m);
  });

  it('says it in one sentence, without a word about positional arguments', () => {
    const said = (...args: string[]) => {
      try {
        return readCommandLine(args);
      } catch (error) {
        return String(error).split('\n')[0];
      }
    };
    expect(said('digest', 'extra')).toBe("WrongUsage: Unexpected argument 'extra'.");
    expect(said('digest', '--style', '--json')).toBe("WrongUsage: Option '--style' argument is ambiguous.");
    expect(said('digest', '--style', 'huge')).toBe('WrongUsage: There is no style "huge".');
    expect(said('parse')).toBe('WrongUsage: Name at least one file.');
  });

  it.each([
    [['postgres://bot:secret@host/db']],
    [['--from', 'sqlite:a', '--to', 'sqlite:b', 'postgres://bot:secret@host/db']],
    [['--from', 'postgres://bot:secret@host/db', '--too=postgres://bot:secret@host/db']],
    [['--form=postgres://bot:secret@host/db', '--to', 'sqlite:b']],
    [['--from', 'sqlite:a', '--to']],
  ])('repeats no address of a store that may have a password, such as in %j', (args) => {
    const read = () => readCommandLine(['migrate', ...args]);
    expect(read).toThrow(/^Name the store .*\n?Usage: npm run migrate/m);
    expect(read).not.toThrow('secret');
  });
});
