import { parse, simpleTraverse, type TSESTree } from '@typescript-eslint/typescript-estree';
import { bareIds, looksLikeModel, nameOf } from './names';
import { contextOf, namesAround, tableOf } from './javascript-context';
import { JavaScriptRoutes } from './javascript-routes';
import type { Expected, Reading } from './reference';

/** An independent reading of TypeScript or JavaScript by typescript-estree's strict parser; it shares no code with the finder. */
export function readJavaScript(path: string, source: string): Reading {
  const text = source.replace(/^\uFEFF/, '');
  const jsx = !/\.[cm]?ts$/.test(path);
  let program: TSESTree.Program;
  try {
    program = parse(text, { range: true, loc: true, jsx, suppressDeprecatedPropertyWarnings: true });
  } catch {
    return { path, how: 'refused', references: [], alike: [] };
  }
  // Gives every node its parent.
  simpleTraverse(program, { enter: () => undefined }, true);
  const gateways = /gateway|openrouter|base_?url|from ['"]ai['"]/i.test(text);
  const direct = /OPENAI_API_KEY|openaiApiKey|mastra|stagehand|mirascope|litellm/i.test(text);
  const routes = new JavaScriptRoutes(program, gateways, direct);
  const placeAt = placesIn(text);
  const references: Expected[] = [];
  const alike: { line: number; text: string }[] = [];
  simpleTraverse(program, {
    enter(node) {
      const value = stringOf(node);
      const name = value === undefined ? undefined : nameOf(value);
      if (value !== undefined && !name && looksLikeModel(value)) alike.push({ line: node.loc.start.line, text: value });
      const context = name && contextOf(node);
      if (value === undefined || !name || context === undefined) return;
      references.push({
        ...placeAt(node.range[0] + 1),
        text: value,
        model: name.model,
        bare: bareIds.includes(value),
        context,
        route: routes.of(node, value, name.route) ?? null,
        names: namesAround(node),
        table: tableOf(node),
      });
    },
  });
  return { path, how: 'tree', references, alike };
}

interface Notebook {
  readonly cells?: readonly { readonly cell_type?: string; readonly source?: string | readonly string[] }[];
  readonly metadata?: { readonly kernelspec?: { readonly language?: string } };
}

/** A reading of a notebook whose kernel runs TypeScript or JavaScript, each code cell by itself; nothing for another notebook. */
export function readScriptNotebook(path: string, source: string): Reading | undefined {
  const kernel = /"language"\s*:\s*"(?:type|java)script"/i;
  if (!path.endsWith('.ipynb') || !kernel.test(source)) return undefined;
  const { cells = [], metadata } = JSON.parse(source) as Notebook;
  if (!/^(?:type|java)script$/i.test(metadata?.kernelspec?.language ?? '')) return undefined;
  const readings = cells.flatMap((cell, index) => {
    if (cell.cell_type !== 'code') return [];
    const { how, references, alike } = readJavaScript('cell.ts', [cell.source ?? ''].flat().join(''));
    const inCell = <T>(items: readonly T[]) => items.map((item) => ({ ...item, cell: index }));
    return { how, references: inCell(references), alike: inCell(alike) };
  });
  return {
    path,
    how: readings.some(({ how }) => how === 'refused') ? 'refused' : 'tree',
    references: readings.flatMap(({ references }) => references),
    alike: readings.flatMap(({ alike }) => alike),
  };
}

function stringOf(node: TSESTree.Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** Makes a function that tells the line and column of an offset as editors count them. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let line = starts.findIndex((start) => start > offset);
    if (line < 0) line = starts.length;
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
