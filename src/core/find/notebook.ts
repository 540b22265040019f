import { lineStarts, placeAt } from '../lines';
import { isLanguage } from './languages';
import type { Language } from './reference';

/** A notebook's code cell. */
export interface NotebookCell {
  /** Position among all cells of the notebook, from 0. */
  readonly index: number;
  readonly language: Language;
  /** The cell's source; in Python its magics are blanked, so that offsets stay. */
  readonly source: string;
}

interface RawCell {
  cell_type?: unknown;
  source?: unknown;
  input?: unknown;
  metadata?: { vscode?: { languageId?: unknown } };
}

/**
 * The code cells of a Jupyter notebook (nbformat 3 and 4) in languages that are read. What a cell is written in, the cell itself says, or the
 * notebook's kernel: Python, or Deno's and tslab's TypeScript and JavaScript. Python's `%%` magics may begin yet another language.
 * @throws SyntaxError where the text is not JSON, TypeError where it is not a notebook; both say what is wrong and where, as part of a sentence.
 */
export function notebookCells(json: string): NotebookCell[] {
  // A file that has just been made is an empty notebook to Jupyter and VS Code, too.
  if (!json.trim()) return [];
  const notebook = parse(json.replace(/^\uFEFF/, '')) as {
    cells?: unknown;
    worksheets?: { cells?: unknown }[];
    metadata?: { kernelspec?: { language?: unknown; name?: unknown }; language_info?: { name?: unknown } };
  } | null;
  const cells = notebook?.cells ?? notebook?.worksheets?.[0]?.cells;
  if (!Array.isArray(cells)) throw new TypeError('it is JSON, but not a Jupyter notebook, which has a list of cells');
  const { kernelspec, language_info: info } = notebook?.metadata ?? {};
  const kernel = String(kernelspec?.language ?? info?.name ?? kernelspec?.name ?? 'python');
  const found: NotebookCell[] = [];
  (cells as (RawCell | null)[]).forEach((cell, index) => {
    if (cell?.cell_type !== 'code') return;
    const language = languageNamed(String(cell.metadata?.vscode?.languageId ?? kernel));
    const source = sourceOf(cell.source ?? cell.input);
    if (!language || (language === 'python' && isForeign(source))) return;
    found.push({ index, language, source: cellSource(source, language) });
  });
  return found;
}

/** The language that VS Code or a kernel has a name for: `typescript`, `ipython3`. */
function languageNamed(name: string): Language | undefined {
  if (/^(?:i?python|py)/i.test(name)) return 'python';
  const id = name.toLowerCase();
  return isLanguage(id) ? id : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const said = (error as SyntaxError).message;
    const at = said.endsWith('end of JSON input') ? json.length : Number(/ at position (\d+)/.exec(said)?.[1] ?? NaN);
    const reason = said.replace(/ in JSON at position .*| of JSON input$/, '');
    throw new SyntaxError(`not valid JSON${placeInWords(json, at)} (${reason}); open it as text and fix it there`, {
      cause: error,
    });
  }
}

/** Empty where the engine does not tell the offset. */
function placeInWords(text: string, offset: number): string {
  if (Number.isNaN(offset)) return '';
  const { line, column } = placeAt(lineStarts(text), offset);
  return ` at line ${line + 1}, column ${column + 1}`;
}

function sourceOf(source: unknown): string {
  if (Array.isArray(source)) return source.filter((line) => typeof line === 'string').join('');
  return typeof source === 'string' ? source : '';
}

const cellMagic = /^\s*%%([\w!]+)/;
/** Cell magics whose cells are still Python. */
const pythonMagics = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'python',
  'python3',
  'pypy',
  'memit',
  'mprun',
  'heat',
]);

/** Whether a cell's first line makes it another language's: `%%bash`, `%%html`, `%%writefile`. */
export function isForeign(source: string): boolean {
  const magic = cellMagic.exec(source)?.[1];
  return magic !== undefined && !pythonMagics.has(magic);
}

/** A cell's text at the same offsets as plain Python reads it: without magics, and empty where these begin another language. */
export function cellSource(text: string, language: Language): string {
  if (language !== 'python') return text;
  return isForeign(text) ? '' : blankMagics(text);
}

/** The sources of a notebook's cells as the text of one program, and where each begins in it. */
export function joinCells(sources: readonly string[], language: Language): { text: string; starts: number[] } {
  // Without a semicolon, JavaScript would take a cell that begins with a bracket for the last one's continuation.
  const end = language === 'python' ? '\n' : '\n;';
  let text = '';
  const starts = sources.map((source) => {
    const start = text.length;
    text += source + end;
    return start;
  });
  return { text, starts };
}

/** A magic, a shell command or a help query, with its continuation lines; also after `name =`. Continued Python begins with `% name`, `!= name`. */
const escapes =
  /^([ \t]*)((?:[\w.([*][\w.,[\]() \t*]*=[ \t]*)?)((?:%%?[a-z_]|!(?!=)|\?)(?:.*\\\r?\n)*.*|[\w.]+\?\??[ \t]*)$/gim;

/**
 * Blanks what is IPython's and not Python's; every offset stays. Leaves a `0` where Python needs something: as a name's value, and for what
 * may be all that a block holds (`if colab:`, then `!pip install …`).
 */
export function blankMagics(source: string): string {
  if (!/[%!?]/.test(source)) return source;
  return source.replace(escapes, (line: string, indent: string, target: string, escape: string) => {
    // A line that closes a string is the string's last: `%s"""`.
    if ((line.match(/"""|'''/g)?.length ?? 0) % 2) return line;
    const blanks = escape.replace(/[^\r\n]/g, ' ');
    return indent + target + (indent || target ? `0${blanks.slice(1)}` : blanks);
  });
}
