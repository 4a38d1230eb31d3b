import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAbsent, reasonOf } from '../../../adapters/snapshots/fs-errors.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const errorOf = (code: string) => Object.assign(new Error('raw'), { code });

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('an error of the file system', () => {
  it.each(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENAMETOOLONG', 'ELOOP', 'EIO'])(
    '%s is told in words',
    (code) => {
      const reason = reasonOf(errorOf(code));
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(reason).not.toContain(code);
    },
  );

  it('says what helps where something does', () => {
    for (const code of ['EACCES', 'EPERM']) expect(reasonOf(errorOf(code))).toContain('give read permission');
    expect(reasonOf(errorOf('EMFILE'))).toContain('raise the limit');
  });

  it('is named where there are no words for it', () => {
    expect(reasonOf(errorOf('ESTALE'))).toBe('It cannot be read (ESTALE).');
  });

  it('is told as it comes from the disk', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    expect(reasonOf(thrownBy(() => readdirSync(`${folder}/none`)))).toBe('There is no such file or folder.');
    expect(reasonOf(thrownBy(() => readdirSync(`${folder}/a.md`)))).toBe('It is not a folder.');
    expect(reasonOf(thrownBy(() => readFileSync(folder)))).toBe('It cannot be read (EISDIR).');
  });

  it('means that something is absent, or that it is there', () => {
    expect(['ENOENT', 'ENOTDIR'].map(errorOf).map(isAbsent)).toEqual([true, true]);
    expect(['EACCES', 'EIO', 'ELOOP', 'EISDIR'].map(errorOf).map(isAbsent)).toEqual([false, false, false, false]);
  });
});

describe('what is no error of the file system', () => {
  it.each([
    [new TypeError('a bug')],
    ['a text'],
    [undefined],
    [{ code: 'ENOENT' }],
    [Object.assign(new Error(), { code: 1 })],
  ])('is thrown on as it is: %s', (error) => {
    let thrown: unknown = 'nothing';
    try {
      reasonOf(error);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
    expect(isAbsent(error)).toBe(false);
  });
});
