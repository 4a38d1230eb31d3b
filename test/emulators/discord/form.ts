import { refusal } from './refusal.ts';

export type Path = readonly (string | number)[];

interface Fault {
  path: string;
  code: string;
  message: string;
}

interface Tree {
  _errors?: { code: string; message: string }[];
  [field: string]: unknown;
}

export type Form = ReturnType<typeof createForm>;

/** Gathers what is wrong with a body, by the path of each field, as Discord tells it with 50035. */
export function createForm() {
  const faults: Fault[] = [];
  return {
    add(path: Path, code: string, message: string): void {
      const told = path.join('.');
      if (!faults.some((fault) => fault.path === told && fault.code === code))
        faults.push({ path: told, code, message });
    },
    /** Refuses the request if anything is wrong, and tells the breaches in a line each. */
    settle(breaches: string[]): void {
      if (faults.length === 0) return;
      breaches.push(...faults.map(({ path, code, message }) => `${path} ${code}: ${message}`));
      throw refusal('wrongForm', { errors: toTree(faults) });
    },
  };
}

function toTree(faults: readonly Fault[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const step of path === '' ? [] : path.split('.')) {
      const next = (node[step] ?? {}) as Tree;
      node[step] = next;
      node = next;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}
