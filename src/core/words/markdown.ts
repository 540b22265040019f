/** Helpers that keep text from source files and listings from becoming markup. */

const maxLength = 80;

/** A code span around any text on one line, fenced with more backticks than the text has in a row. */
export function code(text: string): string {
  const line = oneLine(text);
  const shown = line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
  const runs = shown.match(/`+/g);
  if (!runs) return `\`${shown}\``;
  const fence = '`'.repeat(Math.max(...runs.map((run) => run.length)) + 1);
  return `${fence} ${shown} ${fence}`;
}

/** Plain text on one line: every mark that could link, format or nest is escaped. */
export function escape(text: string): string {
  return oneLine(text).replace(/[!-'*+./:-@[-`{-~]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A link to an https address; only the (already marked-up) label where there is no such address. */
export function link(label: string, url: string | undefined): string {
  if (!url?.startsWith('https://')) return label;
  return `[${label}](${url.replace(/[\s()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}
