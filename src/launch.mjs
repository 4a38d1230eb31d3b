// Runs a program of the project or of its packages: node src/launch.mjs PROGRAM [ARGUMENT…]. Any Node from 18 on can read this
// file; the program gets a Node that is new enough. See docs/decisions/0019-a-launcher.md.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chooseNode } from '../adapters/process/choose-node.mjs';
import { withCompileCache } from '../adapters/process/compile-cache.mjs';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { runNode } from '../adapters/process/run-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = 'src/main.ts', ...args] = process.argv.slice(2);
launch(resolve(root, name));

/** @param {string} program */
function launch(program) {
  const { platform, arch, execPath, versions, env } = process;
  const choice = chooseNode({ platform, arch, execPath, version: versions.node, findPackage, exists: existsSync });
  if ('problem' in choice) return fail(choice.problem);
  if (!existsSync(program)) return fail(`There is no ${name}. If it belongs to a package, run "npm ci".`);
  const flags = name.endsWith('.ts') ? nodeFlags : [];
  return runNode({ node: choice.node, args: [...flags, program, ...args], env: withCompileCache(env, root) });
}

/** @param {string} packageName */
function findPackage(packageName) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
