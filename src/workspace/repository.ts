import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IgnoreScope } from './ignore-rules';
import { folderPath } from './paths';
import { linkStatOf, statOf } from './stat';
import { ignoresCase } from './system';

/** A text file's content; empty if there is none or it cannot be read, as git treats its own files. Unlike git, does not wait for pipes. */
function textOf(path: string, stat = statOf): string {
  try {
    return stat(path)?.isFile() ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

/**
 * The rules inside a folder, given those of the folder around it.
 * @param folder ending in `/`
 * @param has whether the folder has an entry of that name
 */
export function scopeOf(
  folder: string,
  above: IgnoreScope | undefined,
  has: (name: string) => boolean,
): IgnoreScope | undefined {
  // The rules of an outer repository do not apply in an inner one.
  const outer = has('.git') ? repositoryScope(folder) : above;
  // Git does not follow links here.
  return has('.gitignore') ? new IgnoreScope(folder, textOf(`${folder}.gitignore`, linkStatOf), outer) : outer;
}

/** The rules that reach into `folder` from above, from the root of its repository down to its parent. */
export function scopeAbove(folder: string): IgnoreScope | undefined {
  const parents: string[] = [];
  for (let child = folder, parent; ; child = parent) {
    parent = folderPath(resolve(child, '..'));
    if (parent === child) return undefined; // Not in a repository: only rules inside the folder apply.
    parents.push(parent);
    if (existsSync(`${parent}.git`)) break;
  }
  return parents.reduceRight<IgnoreScope | undefined>(
    (scope, parent) => scopeOf(parent, scope, (name) => existsSync(parent + name)),
    undefined,
  );
}

/**
 * A repository's private rules (`.git/info/exclude`), and whether all of its rules ignore case. That depends on the disk it was cloned to:
 * containers and WSL see disks of Windows and macOS. In a work tree, `.git` is a file that says where to look.
 */
function repositoryScope(folder: string): IgnoreScope | undefined {
  let git = `${folder}.git`;
  if (statOf(git)?.isFile()) {
    const target = /^gitdir: (.+)/m.exec(textOf(git))?.[1];
    if (!target) return undefined;
    git = resolve(folder, target);
    git = resolve(git, textOf(`${git}/commondir`).trim());
  }
  const [text, config] = [textOf(`${git}/info/exclude`), textOf(`${git}/config`)];
  const ignoreCase = config ? setToIgnoreCase.test(config) : ignoresCase;
  const says = /^[^#\s]/m.test(text) || ignoreCase !== ignoresCase;
  return says ? new IgnoreScope(folder, text, undefined, ignoreCase) : undefined;
}

/** `git init` and `git clone` write this line. */
const setToIgnoreCase = /^\s*ignorecase\s*(?:=\s*(?:true|yes|on|1)\s*)?$/im;
