import { RuleTable } from './rule-table';
import { ignoresCase } from './system';

/**
 * The rules of one `.gitignore`, with those of the folders above it.
 * As in git, the file nearest to a path decides first, and within a file the last rule that matches.
 */
export class IgnoreScope {
  readonly #rules: RuleTable;

  /**
   * @param base the folder the rules are written for, ending in `/`
   * @param text the content of its `.gitignore`
   * @param ignoreCase whether `A` and `a` count as the same; by default as in the folders above
   */
  constructor(
    private readonly base: string,
    text: string,
    private readonly above?: IgnoreScope,
    private readonly ignoreCase: boolean = above?.ignoreCase ?? ignoresCase,
  ) {
    this.#rules = new RuleTable(`${text.replace(/^\ufeff/, '')}\n`.split(/\r?\n/), ignoreCase);
  }

  /**
   * Whether git would ignore the file or folder `path` below the scope's base, provided that it does not ignore the parent folder.
   * @param parent the name of the parent folder
   * @param name its own name
   */
  ignores(path: string, parent: string, name: string, isFolder: boolean): boolean {
    const verdict = this.#rules.verdict(path, this.base.length, parent, name, isFolder);
    return verdict ?? this.above?.ignores(path, parent, name, isFolder) ?? false;
  }
}

/** A glob of VS Code's `files.exclude`; with `when`, it applies only where a sibling of that name exists. */
export interface Exclude {
  readonly pattern: string;
  /** The sibling's name, in which `$(basename)` stands for the file's own name without its extension. */
  readonly when?: string;
}

/** Globs from settings, relative to one folder: as in VS Code, `foo` matches in that folder itself, not deeper. */
export class Excludes {
  readonly #always: RuleTable;
  readonly #conditional: { rules: RuleTable; when: string }[];

  /** @param base the folder the globs are written for, ending in `/` */
  constructor(
    private readonly base: string,
    excludes: readonly Exclude[],
  ) {
    this.#always = tableOf(excludes.filter(({ when }) => when === undefined));
    this.#conditional = excludes.flatMap((exclude) => {
      const { when } = exclude;
      return when === undefined ? [] : [{ rules: tableOf([exclude]), when }];
    });
  }

  /**
   * Whether a glob leaves out the file or folder `path`.
   * @param parent the name of the parent folder
   * @param name its own name
   * @param hasSibling whether there is an entry of that name beside it
   */
  matches(
    path: string,
    parent: string,
    name: string,
    isFolder: boolean,
    hasSibling: (name: string) => boolean,
  ): boolean {
    const base = this.base.length;
    if (this.#always.verdict(path, base, parent, name, isFolder)) return true;
    return this.#conditional.some(({ rules, when }) => {
      const basename = name.replace(/\.[^.]*$/, '');
      return rules.verdict(path, base, parent, name, isFolder) && hasSibling(when.replaceAll('$(basename)', basename));
    });
  }
}

function tableOf(excludes: readonly Exclude[]): RuleTable {
  const globs = excludes.flatMap(({ pattern }) => expandBraces(pattern));
  return new RuleTable(globs.map((glob) => `/${glob.replace(/^\.?\//, '')}`));
}

/** `*.{a,b}` → `*.a`, `*.b`, since .gitignore rules know no braces; nested ones too. Returns at most 1,000 globs. */
function expandBraces(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined && done.length + open.length < 1_000; next = open.pop()) {
    const group = /\{([^{}]*)\}/.exec(next);
    if (!group) done.push(next);
    else {
      const [before, after] = [next.slice(0, group.index), next.slice(group.index + group[0].length)];
      for (const choice of (group[1] ?? '').split(',').reverse()) open.push(before + choice + after);
    }
  }
  return done;
}
