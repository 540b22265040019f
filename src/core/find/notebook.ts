import { lineStarts, placeAt } from '../lines';

/** A notebook's code cell. */
export interface NotebookCell {
  /** Position among all cells of the notebook, from 0. */
  readonly index: number;
  /** The cell's Python source, its magics blanked so that offsets stay. */
  readonly source: string;
}

interface RawCell {
  cell_type?: unknown;
  source?: unknown;
  input?: unknown;
  metadata?: { vscode?: { languageId?: unknown } };
}

/**
 * The Python code cells of a Jupyter notebook (nbformat 3 and 4). Cells of other languages, by the notebook's kernel, the cell's own
 * language or a `%%` magic, are left out.
 * @throws SyntaxError where the text is not JSON, TypeError where it is not a notebook; both say what is wrong and where.
 */
export function notebookCells(json: string): NotebookCell[] {
  const notebook = parse(json.replace(/^\uFEFF/, '')) as {
    cells?: unknown;
    worksheets?: { cells?: unknown }[];
    metadata?: { kernelspec?: { language?: unknown; name?: unknown }; language_info?: { name?: unknown } };
  } | null;
  const cells = notebook?.cells ?? notebook?.worksheets?.[0]?.cells;
  if (!Array.isArray(cells))
    throw new TypeError('The file is JSON, but not a Jupyter notebook: it has no list of cells.');
  const { kernelspec, language_info: info } = notebook?.metadata ?? {};
  const kernel = String(kernelspec?.language ?? info?.name ?? kernelspec?.name ?? 'python');
  const found: NotebookCell[] = [];
  (cells as (RawCell | null)[]).forEach((cell, index) => {
    if (cell?.cell_type !== 'code') return;
    const language = cell.metadata?.vscode?.languageId ?? kernel;
    const source = sourceOf(cell.source ?? cell.input);
    if (!/^(?:i?python|py)/i.test(String(language)) || isForeign(source)) return;
    found.push({ index, source: blankMagics(source) });
  });
  return found;
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

/** A cell's text as plain Python reads it: without magics, and empty where it is in another language. */
export function cellSource(text: string): string {
  return isForeign(text) ? '' : blankMagics(text);
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
