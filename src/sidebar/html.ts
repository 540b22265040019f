import type { Known } from './protocol';

// Browsers and Node both have it; the types of this Node version lack it.
declare const crypto: { randomUUID(): string };

/** A value nobody can guess, new for each page. */
export const newNonce = (): string => crypto.randomUUID();

/** Ids of the elements that hold the page's data, and its script until that runs. */
export const givenId = 'given';
export const scriptId = 'script';

/** The language that the page speaks, and what it shows until the first snapshot. */
export interface Given {
  /** BCP 47. */
  readonly locale: string;
  /** Translations by their English, placeholders included. */
  readonly texts: Readonly<Record<string, string>>;
  readonly known: Known;
}

/**
 * The page's script and style inline, since fetching them would take longer than all the rest of the first paint, and the nonce that admits
 * them.
 */
export interface PageParts {
  /** Runs the script once the page has been seen. */
  readonly starter: string;
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
  /** What is seen before the script runs, as HTML. */
  readonly body: string;
  readonly given: Given;
  /** When VS Code asked for the page, in ms since 1970: its first paint is measured from then. */
  readonly askedAt: number;
}

/** The panel's page: nothing but one script and one style may load, and nothing may be fetched. */
export function panelHtml(parts: PageParts): string {
  const { starter, script, style, nonce, body, given, askedAt } = parts;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${given.locale}" data-asked-at="${askedAt}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <style nonce="${nonce}">${style}</style>
    <title>Token Allowance</title>
  </head>
  <body>
    ${body}
    <script type="application/json" id="${givenId}">${inScript(given)}</script>
    <script type="text/plain" id="${scriptId}">${script}</script>
    <script nonce="${nonce}">${starter}</script>
  </body>
</html>
`;
}

/** A value as JSON in which no text can close the script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
