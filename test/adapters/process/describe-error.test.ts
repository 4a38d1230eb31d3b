import { describe, expect, it } from 'vitest';
import { WrongUsage } from '../../../adapters/process/command-line.ts';
import { describeError } from '../../../adapters/process/describe-error.ts';
import { ConfigError } from '../../../src/config.ts';
import { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import { ModelError } from '../../../src/summary/language-model.ts';

const plain = (error: unknown) => describeError(error, { debug: false });

describe('describeError', () => {
  it('says what is wrong with the settings, the store and the system', () => {
    expect(plain(new ConfigError('LOG_LEVEL is no level.'))).toBe(
      'These settings cannot be used:\nLOG_LEVEL is no level.',
    );
    expect(plain(new ModelError('The language model answered 401.'))).toBe(
      'The language model answered 401. The extract is shown instead.',
    );
    expect(plain(new StoreError('full', 'state.sqlite: the disk is full.'))).toBe('state.sqlite: the disk is full.');
    const denied = Object.assign(new Error('EACCES: no'), { code: 'EACCES', path: '/x/.env' });
    expect(plain(denied)).toBe('/x/.env: permission is missing. Check who may read and write there.');
    const full = Object.assign(new Error('ENOSPC: no'), { code: 'ENOSPC', syscall: 'write' });
    expect(plain(full)).toMatch(/^Writing the answer failed: the disk is full/);
  });

  it('says why a platform did not do what was asked', () => {
    const failure = new DeliveryError('busy');
    failure.message = '502: Bad Gateway';
    expect(plain(failure)).toBe('The platform did not do what was asked (busy): 502: Bad Gateway');
  });

  it('calls a mistake of ours by its name in one line, with how to report it', () => {
    const said = plain(new TypeError('x is not a function.\nsecond line'));
    expect(said).toBe(
      'This is a bug in Gazette: x is not a function. Please report it, with what LOG_LEVEL=debug shows of it.',
    );
    expect(plain('thrown')).toMatch(/^This is a bug in Gazette: thrown\./);
  });

  it('shows control characters of an error, a path or a platform as escapes', () => {
    const evil = '\u001B]0;owned\u0007\u009B\u202E';
    const refused = Object.assign(new DeliveryError('refused'), { message: evil });
    const absent = Object.assign(new Error('x'), { code: 'ENOENT', path: evil });
    for (const error of [new Error(evil), refused, absent, new WrongUsage(evil), evil]) {
      for (const debug of [false, true]) expect(describeError(error, { debug })).not.toMatch(/[^\P{C}\n]/u);
      expect(plain(error)).toContain('\\u{1b}]0;owned\\u{7}\\u{9b}\\u{202e}');
    }
  });

  it('shows the stack, and what caused it, at debug only', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(plain(error)).not.toContain('describe-error.test.ts');
    const said = describeError(error, { debug: true });
    expect(said).toContain('describe-error.test.ts');
    expect(said).toContain('Caused by: Error: inner');
  });
});
