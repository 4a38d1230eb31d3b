import { describe, expect, it } from 'vitest';
import { readCommandLine, WrongUsage } from '../../../adapters/console/command-line.ts';

describe('readCommandLine', () => {
  it.each([
    [[], { run: 'start' }],
    [['chat'], { run: 'chat' }],
    [['doctor'], { run: 'doctor' }],
    [['--help'], { run: 'help' }],
    [['parse', 'a.md', '--', '-b.md'], { run: 'parse', files: ['a.md', '-b.md'] }],
    [['digest'], { run: 'digest', style: 'brief', since: undefined, json: false }],
    [
      ['digest', '--json', '--style=full', '--since', '2021-11-15'],
      { run: 'digest', style: 'full', since: '2021-11-15', json: true },
    ],
  ])('reads %j', (args, command) => {
    expect(readCommandLine(args)).toEqual(command);
  });

  it.each([
    [['nope'], 'nope'],
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
});
