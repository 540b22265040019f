import type { SyntaxNode } from '@lezer/common';
import { isModelName } from '../../find/receivers';
import type { ModelReference } from '../../find/reference';
import { lastPart } from '../../last-part';
import { importKey, type ImportedName } from '../imported-names';
import { mayBeTried } from '../tree-fields';
import { attributeOf, spanOf } from './nodes';
import { isClassName } from './members';
import type { Value, Values } from './values';

/** The read of an expression that holds a model, or may hold one from another file. */
export interface Read {
  /** The whole expression: `self.MODEL`, `Model.GPT.value`. */
  readonly node: SyntaxNode;
  /** The name in it that stands for the model: `MODEL`, `GPT`. */
  readonly name: SyntaxNode;
  readonly reference?: ModelReference;
  /** What it may be in other files: several names where imports are fallbacks for each other or there are several star imports. */
  readonly imported?: readonly ImportedName[];
  /** The name holds a dictionary with the model, or with one of several. A call unpacks it (`**name`) or takes it whole. */
  readonly dictionary?: 'spread' | 'whole';
  /** The key that the model has in the dictionary. */
  readonly key?: string;
  /** Another read, whose model ends up here. */
  readonly from?: SyntaxNode;
}

/** Nodes in which names are not read. */
const noReads = new Set(['ImportStatement', 'ScopeStatement', 'DeleteStatement', 'AttributePattern']);

/** Keys under which a dictionary of arguments holds the model. */
const modelKeys = ['model', 'model_name', 'model_id', 'engine', 'azure_deployment', 'deployment_name', 'deployment_id'];

/** The value of an enum member, where another file has the class. */
const enumValue = /((?:^|\.)[A-Z]\w*\.\w+)\.value$/;
/** Names of members that are named after a model: `GPT_4O`, `gpt4o`, `O3_MINI`. */
const version = /(?:^|_)(?:gpt_?\d|o\d(?:_|$))/i;
/** At most this many files are searched for a name. */
const maxImported = 5;

/** Finds the reads of names that hold models, in the text's order. */
export class ReadFinder {
  private readonly byStart: ReadonlyMap<number, ModelReference>;

  constructor(
    private readonly values: Values,
    references: readonly ModelReference[],
  ) {
    this.byStart = new Map(references.map((reference) => [reference.start, reference]));
  }

  find(): Read[] {
    return this.reads((node) => this.read(node));
  }

  /** Like `find`, but for every model that a name may hold, even one of several, and for every read whose model ends up there. */
  findAll(): Read[] {
    return this.reads((node) => {
      const values = this.values.of(node);
      const others = values.filter(({ kind }) => kind !== 'read');
      const held = others.flatMap((value) => this.reference([value]) ?? []);
      const found = held.map((reference): Read => ({ node, name: this.nameIn(node), reference }));
      return [
        ...values.flatMap((value) =>
          value.kind === 'read' ? { node, name: this.nameIn(node), from: value.node } : [],
        ),
        ...(found.length > 0 ? found : this.dictionaryReads(node, others)),
      ];
    });
  }

  private reads(read: (node: SyntaxNode) => Read[]): Read[] {
    const found: Read[] = [];
    this.values.root.cursor().iterate((at) => {
      if (noReads.has(at.name)) return false;
      if (at.name !== 'VariableName' && at.name !== 'MemberExpression') return true;
      // Creating a node takes far longer than asking for its name.
      const { node } = at;
      const reads = this.isRead(node) ? read(node) : [];
      found.push(...reads);
      return reads.length === 0;
    });
    return found;
  }

  private isRead(node: SyntaxNode): boolean {
    const { parent } = node;
    if (!parent || this.values.scopes.targets.has(spanOf(node))) return false;
    if (parent.name === 'CallExpression') return false;
    return node.nextSibling?.name !== 'AssignOp'; // A keyword is none.
  }

  private read(node: SyntaxNode): Read[] {
    const values = this.values.of(node);
    const [value] = values;
    if (!value) return [];
    const reference = this.reference(values);
    if (reference) return [{ node, name: this.nameIn(node), reference }];
    const dictionaries = this.dictionaryReads(node, values);
    if (dictionaries.length > 0) return dictionaries;
    const read = value.kind === 'import' ? this.importRead(node, values) : this.starRead(node);
    return read ? [read] : [];
  }

  /** The first pass's reference, if all values are the same string. */
  reference(values: readonly Value[]): ModelReference | undefined {
    const text = this.values.sameText(values);
    return text?.whole ? this.byStart.get(text.start) : undefined;
  }

  private nameIn(node: SyntaxNode): SyntaxNode {
    const attribute = attributeOf(node);
    if (!attribute) return node;
    const { object, property } = attribute;
    // The only attribute of a string that is followed is an enum member's `value`.
    return this.reference(this.values.of(object)) ? this.nameIn(object) : property;
  }

  /** A name from another file that may hold a model, judging by its own name or the one that receives it; see `wantedRead`. */
  private importRead(node: SyntaxNode, values: readonly Value[]): Read | undefined {
    const wanted = new Map<string, ImportedName>();
    for (const value of values) {
      if (value.kind !== 'import' || value.exported === undefined) return undefined;
      const name = { specifier: value.specifier, exported: value.exported };
      wanted.set(importKey(name), name);
    }
    return this.wantedRead(node, [...wanted.values()]);
  }

  /** A name that the file does not define but may have from a star import. */
  private starRead(node: SyntaxNode): Read | undefined {
    const { stars } = this.values.scopes;
    const path: string[] = [];
    let root = node;
    for (let at = attributeOf(root); at; at = attributeOf(root)) {
      path.unshift(this.values.source(at.property));
      root = at.object;
    }
    if (stars.length === 0 || root.name !== 'VariableName' || this.values.definitions(root)) return undefined;
    const exported = [this.values.source(root), ...path].join('.');
    return this.wantedRead(
      node,
      stars.map((specifier) => ({ specifier, exported })),
    );
  }

  private wantedRead(node: SyntaxNode, wanted: readonly ImportedName[]): Read | undefined {
    const found = wanted.map(({ specifier, exported }) => this.inModule(specifier, exported.replace(enumValue, '$1')));
    const last = found.map(({ exported }) => lastPart(exported));
    if (found.length > maxImported) return undefined;
    if (!last.every((name) => version.test(name))) {
      // A class is no model, whatever it is called.
      if (last.some(isClassName)) return undefined;
      if (!last.every(isModelName) && !isModelName(this.receiver(node))) return undefined;
    }
    const isValue = wanted.every(({ exported }) => enumValue.test(exported));
    const name = this.nameIn((isValue && attributeOf(node)?.object) || node);
    return { node, name, imported: found };
  }

  /** `app` and `config.MODEL` are `app.config` and `MODEL` where that module is imported. */
  private inModule(specifier: string, exported: string): ImportedName {
    const [first = '', ...rest] = exported.split('.');
    const module = `${specifier}.${first}`;
    const isModule = rest.length > 0 && this.values.scopes.modules.has(module);
    return isModule ? this.inModule(module, rest.join('.')) : { specifier, exported };
  }

  /** The keyword or key that receives an expression. */
  private receiver(node: SyntaxNode): string {
    const { parent } = node;
    return parent && isList(parent) ? (this.values.fields(parent).nameAt.get(node.from) ?? '') : '';
  }

  private dictionaryReads(node: SyntaxNode, values: readonly Value[]): Read[] {
    if (values.length === 0 || !values.every((value) => this.values.fieldList(value))) return [];
    for (const key of modelKeys) {
      const held = this.values.members.item(node, key);
      const one = this.reference(held);
      // One of several models is not the name's, but each of them goes where the call goes.
      const references = new Set(one ? [one] : held.map((value) => this.reference([value])));
      const uses = [...references].filter((each) => each && (each.role === 'use' || mayBeTried(each)));
      if (uses.length === 0) continue;
      const { parent } = node;
      const spread =
        parent?.name === 'ArgList' && this.values.fields(parent).spreads.some(({ value }) => value.from === node.from);
      const dictionary = spread && one ? 'spread' : 'whole';
      return uses.map((reference) => ({ node, name: this.nameIn(node), reference: reference!, dictionary, key }));
    }
    return [];
  }
}

function isList({ name }: SyntaxNode): boolean {
  return name === 'ArgList' || name === 'DictionaryExpression';
}
