import ignore, { type Ignore } from 'ignore';

/** Git compares names as the file system does. */
const options = { ignorecase: typeof process === 'object' && ['win32', 'darwin'].includes(process.platform) };

/**
 * The rules of one `.gitignore`, with those of the folders above it.
 * As in git, the file nearest to a path decides first, and in it the last rule that matches.
 */
export class IgnoreScope {
  readonly #rules: Ignore;
  readonly #mayMatch: { file: RegExp; folder: RegExp };

  /**
   * @param base the folder the rules are written for, ending in `/`
   * @param text the content of its `.gitignore`
   */
  constructor(
    private readonly base: string,
    text: string,
    private readonly above?: IgnoreScope,
  ) {
    this.#rules = ignore(options).add(text);
    const lines = text.split(/\r?\n/);
    this.#mayMatch = {
      file: lastSegments(lines.filter((line) => !/\/ *$/.test(line))),
      folder: lastSegments(lines),
    };
  }

  /** Whether git would ignore `path`, which lies below the scope's base; a folder's path ends in `/`. */
  ignores(path: string): boolean {
    const folder = path.endsWith('/');
    const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1, folder ? -1 : undefined);
    return this.#decide(path, name, folder ? 'folder' : 'file');
  }

  #decide(path: string, name: string, kind: 'file' | 'folder'): boolean {
    if (this.#mayMatch[kind].test(name)) {
      const relative = path.slice(this.base.length);
      const verdict = this.#rules.test(relative);
      if (verdict.unignored) return false;
      if (verdict.ignored && !this.#ignoresParent(relative)) return true;
    }
    return this.above ? this.above.#decide(path, name, kind) : false;
  }

  /**
   * An ignored folder is not entered, unless a nearer file re-includes it or the user names it.
   * What lies in such a folder is not ignored merely because the folder would have been.
   */
  #ignoresParent(relative: string): boolean {
    const end = relative.lastIndexOf('/', relative.length - 2);
    return end > 0 && this.#rules.test(relative.slice(0, end + 1)).ignored;
  }
}

/**
 * What a name must look like for any of the rules to match it: one regular expression over their last segments, because asking
 * every rule about every file is what takes the time in a walk. It may say yes too often, never too seldom.
 */
function lastSegments(rules: readonly string[]): RegExp {
  const segments = new Set<string>();
  for (const rule of rules) {
    if (/^(?:#|\s*$)/.test(rule)) continue;
    // A class stands for one character; which one, and what is escaped, is for the rules themselves to judge.
    const simple = rule.replace(/\[[^\]]+\]/g, '?');
    const segment = /([^/]*)\/?$/.exec(simple.replace(/^!/, '').replace(/ +$/, ''))?.[1] ?? '';
    if (/[\\[]/.test(simple)) segments.add('.*');
    else
      segments.add(
        segment
          .replace(/[.+^${}()|\]]/g, '\\$&')
          .replace(/\*+/g, '.*')
          .replace(/\?/g, '.'),
      );
  }
  return new RegExp(`^(?:${[...segments].join('|') || '(?!)'})$`, options.ignorecase ? 'isu' : 'su');
}

/** A glob as VS Code's `files.exclude` has it; with `when`, only where a sibling of that name exists. */
export interface Exclude {
  readonly pattern: string;
  /** A sibling's name, in which `$(basename)` stands for the file's own name without its extension. */
  readonly when?: string;
}

/** Settings' globs, relative to one folder: as in VS Code, `foo` is that folder's own foo and no deeper one. */
export class Excludes {
  readonly #always: Ignore;
  readonly #conditional: { rules: Ignore; when: string }[] = [];

  /** @param base the folder the globs are written for, ending in `/` */
  constructor(
    private readonly base: string,
    excludes: readonly Exclude[],
  ) {
    this.#always = ignore(options);
    for (const { pattern, when } of excludes) {
      const rules = when === undefined ? this.#always : ignore(options);
      rules.add(expandBraces(pattern).map((glob) => `/${glob.replace(/^\.?\//, '')}`));
      if (when !== undefined) this.#conditional.push({ rules, when });
    }
  }

  /** Whether a glob leaves `path` out; a folder's path ends in `/`. `hasSibling` tells the names beside it. */
  matches(path: string, hasSibling: (name: string) => boolean): boolean {
    const relative = path.slice(this.base.length);
    if (this.#always.test(relative).ignored) return true;
    return this.#conditional.some(({ rules, when }) => {
      if (!rules.test(relative).ignored) return false;
      const name = relative.slice(relative.lastIndexOf('/', relative.length - 2) + 1);
      return hasSibling(when.replaceAll('$(basename)', name.replace(/\.[^.]*$/, '')));
    });
  }
}

/** `*.{a,b}` → `*.a`, `*.b`, which .gitignore rules cannot say in one; nested braces too. At most 1,000 globs come out. */
export function expandBraces(glob: string): string[] {
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

/**
 * Folders that hold no code of the workspace's own, whatever .gitignore says: version control, installed packages, caches.
 * Naming such a folder scans it all the same.
 */
export const foreignFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj', 'CVS'],
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store'],
  ...['site-packages', '__pycache__', '.tox', '.nox', '.eggs', '.mypy_cache', '.pytest_cache', '.ruff_cache'],
  ...['.next', '.nuxt', '.svelte-kit', '.turbo', '.parcel-cache', '.vscode-test', '.ipynb_checkpoints'],
]);

/** A folder with this file in it is a Python environment: installed packages too. */
export const environmentMarker = 'pyvenv.cfg';
