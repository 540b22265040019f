import type { SyntaxNode } from '@lezer/common';
import { isModelName } from '../../find/receivers';
import type { ModelReference } from '../../find/reference';
import { fieldList } from './fields';
import { attributeOf, spanOf } from './nodes';
import type { Value, Values } from './values';

/** An expression that is read and holds a model, or may hold one of another file. */
export interface Read {
  /** The whole expression: `self.MODEL`, `Model.GPT.value`. */
  readonly node: SyntaxNode;
  /** The name in it that stands for the model: `MODEL`, `GPT`. */
  readonly name: SyntaxNode;
  readonly reference?: ModelReference;
  readonly imported?: { readonly specifier: string; readonly exported: string };
  /** The name holds a dictionary with the model in it, which a call takes apart (`**name`) or as it is. */
  readonly dictionary?: 'spread' | 'whole';
}

/** What names stand in without being read. */
const noReads = new Set(['ImportStatement', 'ScopeStatement', 'DeleteStatement', 'AttributePattern']);

/** Keys under which a dictionary of arguments holds the model. */
const modelKeys = ['model', 'model_name', 'model_id', 'engine', 'azure_deployment', 'deployment_name', 'deployment_id'];

/** The reads of names that hold models, in the text's order. */
export class ReadFinder {
  private readonly byStart: ReadonlyMap<number, ModelReference>;

  constructor(
    private readonly values: Values,
    references: readonly ModelReference[],
  ) {
    this.byStart = new Map(references.map((reference) => [reference.start, reference]));
  }

  find(root: SyntaxNode): Read[] {
    const found: Read[] = [];
    root.cursor().iterate((at) => {
      if (noReads.has(at.name)) return false;
      if (at.name !== 'VariableName' && at.name !== 'MemberExpression') return true;
      // A node takes far longer to make than its name to ask for.
      const { node } = at;
      const read = this.isRead(node) ? this.read(node) : undefined;
      if (read) found.push(read);
      return !read;
    });
    return found;
  }

  private isRead(node: SyntaxNode): boolean {
    const { parent } = node;
    if (!parent || this.values.scopes.targets.has(spanOf(node))) return false;
    if (parent.name === 'CallExpression' && parent.from === node.from) return false;
    return !((parent.name === 'ArgList' || parent.name === 'ParamList') && node.nextSibling?.name === 'AssignOp');
  }

  private read(node: SyntaxNode): Read | undefined {
    const values = this.values.of(node);
    const [value] = values;
    if (!value) return undefined;
    const reference = this.reference(values);
    if (reference) return { node, name: this.nameIn(node), reference };
    if (value.kind === 'import') return this.importRead(node, values);
    return this.dictionaryRead(node, values);
  }

  /** The first pass's reference of the one string that all the values are. */
  reference(values: readonly Value[]): ModelReference | undefined {
    const text = this.values.sameText(values);
    return text?.whole ? this.byStart.get(text.start) : undefined;
  }

  private nameIn(node: SyntaxNode): SyntaxNode {
    const attribute = attributeOf(node);
    if (!attribute) return node;
    const { object, property } = attribute;
    return this.values.source(property) === 'value' && this.reference(this.values.of(object))
      ? this.nameIn(object)
      : property;
  }

  /** A name of another file that may hold a model there, by its own name or by the one that receives it. */
  private importRead(node: SyntaxNode, values: readonly Value[]): Read | undefined {
    const [value] = values;
    if (value?.kind !== 'import' || value.exported === undefined) return undefined;
    const { specifier, exported } = value;
    if (!values.every((each) => each.kind === 'import' && each.specifier === specifier && each.exported === exported))
      return undefined;
    const last = exported.slice(exported.lastIndexOf('.') + 1);
    // A class is no model, whatever it is called.
    if (/^[A-Z]\w*[a-z]/.test(last) || !(isModelName(last) || isModelName(this.receiver(node)))) return undefined;
    return { node, name: this.nameIn(node), imported: this.inModule(specifier, exported) };
  }

  /** `app` and `config.MODEL` are `app.config` and `MODEL` where that module is imported. */
  private inModule(specifier: string, exported: string): { specifier: string; exported: string } {
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

  private dictionaryRead(node: SyntaxNode, values: readonly Value[]): Read | undefined {
    if (!values.every((value) => value.kind === 'node' && fieldList(value.node, this.values.text))) return undefined;
    for (const key of modelKeys) {
      const reference = this.reference(values.flatMap((value) => this.values.members.itemOf(value, key)));
      if (!reference || reference.role !== 'use') continue;
      const { parent } = node;
      const spread =
        parent?.name === 'ArgList' && this.values.fields(parent).spreads.some(({ value }) => value.from === node.from);
      return { node, name: this.nameIn(node), reference, dictionary: spread ? 'spread' : 'whole' };
    }
    return undefined;
  }
}

function isList({ name }: SyntaxNode): boolean {
  return name === 'ArgList' || name === 'DictionaryExpression';
}
