import type { DiagnosticCode } from '../codes';

/** The languages whose text is read, by VS Code's identifiers: in files saved or not, and in notebook cells. */
export const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'] as const;

export type Language = (typeof languages)[number];

/** What the code around a string uses it for; the order groups uses before mentions. */
export const contexts = {
  /** A keyword argument or property whose name speaks of a model: `model=`, `model:`, `FAST_LLM =`. */
  model: 'use',
  /** A positional argument of a call: `openai("gpt-4o")`. */
  argument: 'use',
  /** A variable, constant, attribute, class field or enum member holding the id. */
  constant: 'use',
  /** A parameter's or option's default value: `def f(m="gpt-4o")`, `default: "gpt-4o"`. */
  default: 'use',
  /** What is used when an environment variable or another value is missing: `os.getenv("X", "gpt-4o")`, `x ?? "gpt-4o"`. */
  fallback: 'use',
  /** One arm of a conditional expression. */
  conditional: 'use',
  /** A value returned by a function. */
  return: 'use',
  /** A JSX attribute. */
  attribute: 'use',
  /** An Azure deployment argument: `azure_deployment="gpt-4o"`. */
  deployment: 'use',
  /**
   * An element of a list that a loop gives to a call, `for (const model of ["gpt-5", "gpt-4o"]) ask({ model })`, or a table's row that one
   * reads by name, possibly in another file. Only the second pass sees it.
   */
  tried: 'use',
  /** A property that labels or describes rather than configures: `id:`, `name:`, `label:`. */
  label: 'mention',
  /** A type: `Literal["gpt-4o"]`, `"gpt-4o" | "gpt-4o-mini"`. */
  type: 'mention',
  /** An element of a list, tuple or set, or a row of a table of models: `enum Model { GPT_4 = "gpt-4", GPT_4O = "gpt-4o", … }`. */
  list: 'mention',
  /** A key of a map or a subscript. */
  key: 'mention',
  /** A comparison or a `case`. */
  comparison: 'mention',
  /** An assertion in a test. */
  assertion: 'mention',
  /** A prefix, suffix or substring test, or another question about a model: `supportsTools("gpt-4o")`, `completion_cost(model="gpt-4o")`. */
  test: 'mention',
  /** An argument of a tokenizer: `encoding_for_model("gpt-4o")`. */
  tokenizer: 'mention',
  /** The value of a name that nothing can read: `const unused = "gpt-4o"`. Only the second pass sees it. */
  unread: 'mention',
  /** Any other expression, such as an operand of `+`. */
  expression: 'mention',
} as const satisfies Record<string, 'use' | 'mention'>;

export type Context = keyof typeof contexts;

/** A `use` may send requests to the model when the code runs; a `mention` only names it. */
export type Role = 'use' | 'mention';

/** Where a reference's traffic goes, as far as the file says. */
export interface Route {
  readonly kind: 'openai' | 'azure' | 'gateway' | 'unknown';
  /** The evidence in the file, e.g. `azure/` or `AzureOpenAI(…)` or a host name; absent only when `kind` is `unknown`. */
  readonly evidence?: string;
  /** The module that holds the evidence, as an import names it or by its path; absent where the file itself does. */
  readonly from?: string;
}

/** One string in a source text whose whole value names a model. Offsets are UTF-16 code units. */
export interface ModelReference {
  /** Offset of the first character inside the quotes. */
  readonly start: number;
  /** Offset just after the last character inside the quotes. */
  readonly end: number;
  /** The string's whole decoded value, e.g. `openai/gpt-4o`. */
  readonly text: string;
  /** The id without provider prefix or suffix, e.g. `gpt-4o`; a fine-tune keeps its whole `ft:…` id. */
  readonly model: string;
  readonly context: Context;
  readonly role: Role;
  /** The key, keyword, variable or attribute that receives the value, where there is one. */
  readonly name?: string;
  /** The callee of the innermost call around the string, as written but without white space, e.g. `client.chat.completions.create`. */
  readonly callee?: string;
  readonly route: Route;
  /**
   * What the same call asks for that affects its cost: tools hosted by OpenAI, which are billed whatever the model, and a way of processing
   * (batch, flex, priority) for which OpenAI does not say whether it is covered. Only the second pass sees them.
   */
  readonly extras?: readonly string[];
  /** What the call does where complimentary tokens never apply, or where no covered model serves. Only the second pass sees it. */
  readonly purpose?: 'fine-tuning' | 'evals' | 'embeddings';
  /** Codes that ignore comments silence here; see `directives.ts`. */
  readonly ignoredCodes?: readonly DiagnosticCode[];
}

/** A reference with its place as editors count: zero-based line, and zero-based column in UTF-16 code units. */
export type LocatedReference = ModelReference & { readonly line: number; readonly column: number };
