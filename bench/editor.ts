import * as path from 'node:path';
import { filesOf, copyOf, removeCopy } from './copies';
import type { Corpus } from './corpora';
import { measureInHost, newHome, removeHome } from './host';
import { median } from './measure';
import type { HostFigures } from './programs/in-host';
import { root } from './paths';

/** Figures from the real VS Code, medians of several starts: milliseconds and megabytes. */
export interface EditorFigures {
  readonly version: string;
  readonly activation: HostFigures['activation'];
  readonly keystroke: NonNullable<HostFigures['keystroke']>;
  readonly scan: {
    readonly files: number;
    readonly cold: number;
    readonly warm: number;
    /** Of all threads of the extension host; missing in figures of earlier versions. */
    readonly coldCpu?: number;
    readonly warmCpu?: number;
  };
  readonly memory: NonNullable<HostFigures['memory']>;
}

/** Fewer would not show how much memory the index of a large workspace takes. */
const workspaceFiles = 15_000;

/** Starts VS Code twice a round in the same home: a cold scan, then a warm one. */
export async function measureEditor({ folder }: Corpus, rounds: number): Promise<EditorFigures> {
  const files = filesOf(folder);
  const copies = Math.ceil(workspaceFiles / files.length);
  const workspace = copyOf(folder, files, copies);
  const [cold, warm]: [HostFigures[], HostFigures[]] = [[], []];
  let version = '';
  try {
    for (let round = 0; round < rounds; round++) {
      const home = await newHome();
      try {
        const common = { scan: true, emptyFirst: round % 2 === 0 };
        const first = await measureInHost(workspace, home, { ...common, memory: round === 0 });
        const typescript = path.join(root, 'node_modules/typescript');
        cold.push(first);
        warm.push(await measureInHost(workspace, home, { ...common, emptyFirst: round % 2 === 1, typescript }));
        version = first.version;
      } finally {
        removeHome(home);
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
      cold: middle(cold, (one) => one.scan?.wall),
      warm: middle(warm, (one) => one.scan?.wall),
      coldCpu: middle(cold, (one) => one.scan?.cpu),
      warmCpu: middle(warm, (one) => one.scan?.cpu),
    },
    memory: { heap: middle(cold, (one) => one.memory?.heap), resident: middle(cold, (one) => one.memory?.resident) },
  };
}
