import { append } from '../core/group-by';
import { nameTest, pathTest, special, withoutBlanks, withoutClasses, type PatternTest } from './rule-pattern';
import { ignoresCase } from './system';

/** One line of a `.gitignore`. */
interface Rule {
  /** Its position among the rules: the last one that matches decides. */
  readonly index: number;
  /** Whether it re-includes what it matches. */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Absent if the key that the rule is filed under decides by itself. */
  readonly test?: PatternTest;
}

/**
 * The rules of one `.gitignore`, or of settings in the same form.
 * A walk asks about every name in every folder, and files with a hundred rules are common. So each rule is filed under something that all
 * names it matches have in common, and only the rules filed under what a name has are tested.
 */
export class RuleTable {
  readonly #byName = new Map<string, Rule[]>();
  readonly #byExtension = new Map<string, Rule[]>();
  readonly #byFirstCharacter = new Map<string, Rule[]>();
  readonly #byLastCharacter = new Map<string, Rule[]>();
  /** By the name of the parent folder. */
  readonly #byParent = new Map<string, Rule[]>();
  readonly #others: Rule[] = [];
  #count = 0;

  /** @param ignoreCase whether `A` and `a` count as the same */
  constructor(
    lines: readonly string[],
    private readonly ignoreCase = ignoresCase,
  ) {
    for (const line of lines) this.#add(line);
  }

  #add(line: string): void {
    if (line.startsWith('#')) return;
    const negated = line.startsWith('!');
    let pattern = withoutBlanks(negated ? line.slice(1) : line);
    const foldersOnly = pattern.endsWith('/');
    if (foldersOnly) pattern = pattern.slice(0, -1);
    if (!pattern) return;
    if (this.ignoreCase) pattern = pattern.toLowerCase();

    const rule = { index: this.#count++, negated, foldersOnly };
    if (!pattern.includes('[')) this.#file(rule, pattern);
    else for (const variant of withoutClasses(pattern)) this.#file(rule, variant);
  }

  #file(rule: Rule, pattern: string): void {
    const path = pattern.startsWith('/') ? pattern.slice(1) : pattern;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const plain = !special.test(name);
    // A pattern without a slash matches at any depth, and some spell that out as `**/`.
    const anyDepth = !pattern.includes('/') || path === `**/${name}`;
    if (anyDepth && plain) return append(this.#byName, name, rule);
    if (anyDepth && extensionOnly.test(name)) return append(this.#byExtension, name.slice(2), rule);
    const test = anyDepth ? nameTest(name) : pathTest(path);
    // A slash inside a class does not separate segments, so only the test can tell.
    const bracket = path.indexOf('[');
    if (bracket >= 0 && path.lastIndexOf('/') > bracket) this.#others.push({ ...rule, test });
    else this.#fileUnder(name, path.slice(0, -name.length - 1), { ...rule, test });
  }

  #fileUnder(name: string, parents: string, rule: Rule): void {
    const [first = '', last = ''] = [name[0], name.at(-1)];
    const parent = parents.slice(parents.lastIndexOf('/') + 1);
    if (!special.test(name)) append(this.#byName, name, rule);
    else if (!special.test(first)) append(this.#byFirstCharacter, first, rule);
    else if (!/[*?\\\]]/.test(last)) append(this.#byLastCharacter, last, rule);
    else if (parent && !special.test(parent) && !name.startsWith('**')) append(this.#byParent, parent, rule);
    else this.#others.push(rule);
  }

  /**
   * Whether the rules ignore a file or folder (`true`), re-include it (`false`) or say nothing about it.
   * @param base the length of the path of the folder that the rules are written for
   * @param parent the name of the parent folder, the last segment but one of the path
   * @param name the path's last segment
   */
  verdict(path: string, base: number, parent: string, name: string, isFolder: boolean): boolean | undefined {
    if (this.ignoreCase) {
      [path, base] = [path.slice(base).toLowerCase(), 0];
      [parent, name] = [parent.toLowerCase(), name.toLowerCase()];
    }
    const dot = name.lastIndexOf('.');
    const byName = this.#byName.get(name);
    const byExtension = dot < 0 ? undefined : this.#byExtension.get(name.slice(dot + 1));
    const byFirst = this.#byFirstCharacter.get(name.charAt(0));
    const byLast = this.#byLastCharacter.get(name.charAt(name.length - 1));
    const byParent = this.#byParent.get(parent);
    // For most names there is no rule to test. This line runs for every name in every folder.
    if (!byName && !byExtension && !byFirst && !byLast && !byParent && !this.#others.length) return undefined;
    return ask([byName, byExtension, byFirst, byLast, byParent, this.#others], path, base, name, isFolder);
  }
}

/** The verdict of the last rule that matches. */
function ask(
  drawers: readonly (readonly Rule[] | undefined)[],
  path: string,
  base: number,
  name: string,
  isFolder: boolean,
): boolean | undefined {
  let last: Rule | undefined;
  for (const rules of drawers) {
    for (const rule of rules ?? []) {
      if ((rule.foldersOnly && !isFolder) || (last && last.index > rule.index)) continue;
      if (!rule.test || rule.test(path, base, name)) last = rule;
    }
  }
  return last && !last.negated;
}

/** `*.log`, but not `*.d.ts`. */
const extensionOnly = /^\*\.[^.*?[\\]+$/;
