import * as path from 'node:path';
import { filesOf, copyOf, removeCopy } from './copies';
import type { Corpus } from './corpora';
import { measureInHost, removeUserData, userData } from './host';
import { median } from './measure';
import type { HostFigures } from './programs/in-host';
import { root } from './paths';

/** What the real VS Code shows, medians of several starts: milliseconds and megabytes. */
export interface EditorFigures {
  readonly version: string;
  readonly activation: HostFigures['activation'];
  readonly keystroke: NonNullable<HostFigures['keystroke']>;
  readonly scan: { readonly files: number; readonly cold: number; readonly warm: number };
  readonly memory: NonNullable<HostFigures['memory']>;
}

/** Fewer would not show what an index of a large workspace weighs. */
const workspaceFiles = 15_000;

/** Starts VS Code twice a round on the same user data: a cold scan, then a warm one. */
export async function measureEditor({ folder }: Corpus, rounds: number): Promise<EditorFigures> {
  const files = filesOf(folder);
  const copies = Math.ceil(workspaceFiles / files.length);
  const workspace = copyOf(folder, files, copies);
  const [cold, warm]: [HostFigures[], HostFigures[]] = [[], []];
  let version = '';
  try {
    for (let round = 0; round < rounds; round++) {
      const dataDir = userData();
      try {
        const common = { scan: true, emptyFirst: round % 2 === 0 };
        const first = await measureInHost(workspace, dataDir, { ...common, memory: round === 0 });
        const typescript = path.join(root, 'node_modules/typescript');
        cold.push(first);
        warm.push(await measureInHost(workspace, dataDir, { ...common, emptyFirst: round % 2 === 1, typescript }));
        version = first.version;
      } finally {
        removeUserData(dataDir);
      }
    }
  } finally {
    removeCopy(workspace);
  }
  const middle = (all: readonly HostFigures[], of: (one: HostFigures) => number | undefined): number =>
    median(all.map(of).filter((value) => value !== undefined));
  const all = [...cold, ...warm];
  return {
    version,
    activation: {
      ours: middle(all, (one) => one.activation.ours),
      empty: middle(all, (one) => one.activation.empty),
      oursCpu: middle(all, (one) => one.activation.oursCpu),
      emptyCpu: middle(all, (one) => one.activation.emptyCpu),
    },
    keystroke: {
      ours: middle(warm, (one) => one.keystroke?.ours),
      createSourceFile: middle(warm, (one) => one.keystroke?.createSourceFile),
    },
    scan: {
      files: files.length * copies,
      cold: middle(cold, (one) => one.scan),
      warm: middle(warm, (one) => one.scan),
    },
    memory: { heap: middle(cold, (one) => one.memory?.heap), resident: middle(cold, (one) => one.memory?.resident) },
  };
}
