// Writes README's table of settings from package.json and its texts. Run: npm run generate
import { readFileSync, writeFileSync } from 'node:fs';
import manifest from '../package.json';
import texts from '../package.nls.json';

export const readmePath = 'README.md';

const marks = { start: '<!-- settings -->\n', end: '<!-- /settings -->' };

interface Property {
  readonly default: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly markdownDescription: string;
}

function values({ enum: choices, minimum, maximum, default: fallback }: Property): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(' ');
  if (minimum !== undefined) return `${minimum}–${maximum}`;
  if (typeof fallback === 'string') return 'text';
  return Array.isArray(fallback) ? 'list of texts' : '`true` `false`';
}

/** A `%key%` of package.json in words; links between settings become their names. */
function say(key: string): string {
  return texts[key.slice(1, -1) as keyof typeof texts].replace(/`#([^#]+)#`/g, '`$1`').replaceAll('|', '\\|');
}

function table(): string {
  const rows = Object.entries<Property>(manifest.contributes.configuration.properties).map(
    ([name, property]) =>
      `| \`${name}\` | ${say(property.markdownDescription)} | ${values(property)} | \`${JSON.stringify(property.default)}\` |`,
  );
  return ['| Setting | What it does | Values | Default |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** The text of README with the table for the current package.json. */
export function readmeText(): string {
  const readme = readFileSync(readmePath, 'utf8');
  const start = readme.indexOf(marks.start) + marks.start.length;
  return `${readme.slice(0, start)}\n${table()}\n${readme.slice(readme.indexOf(marks.end, start))}`;
}

if (require.main === module) writeFileSync(readmePath, readmeText());
