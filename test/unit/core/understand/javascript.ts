import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Language, Route } from '../../../../src/core/find/reference';
import { understandJavaScript } from '../../../../src/core/understand/javascript';
import type { Understanding } from '../../../../src/core/understand/understanding';

/** Both passes over a source. */
export function understanding(source: string, language: Exclude<Language, 'python'> = 'typescript'): Understanding {
  const found = understandJavaScript(source, language, findReferences(source, language));
  assert.ok(found, 'the source is understood');
  return found;
}

/** A route in one word and its evidence: `azure AzureOpenAI(…)`. */
export function told({ kind, evidence }: Route): string {
  return evidence === undefined ? kind : `${kind} ${evidence}`;
}

/** Tests where the traffic of a source's references goes, in their order; see `told`. */
export function testRoutes(source: string, routes: readonly string[], title = source.replace(/\s+/g, ' ')): void {
  test(title, () =>
    assert.deepEqual(
      understanding(source).references.map(({ route }) => told(route)),
      routes,
    ),
  );
}

/** The bindings of a source in one line each: `name@line = text role/context ← line`. */
export function bindings(source: string, language?: Exclude<Language, 'python'>): string[] {
  const line = (offset: number) => source.slice(0, offset).split('\n').length;
  return understanding(source, language).bindings.map(({ start, end, name, text, role, context, origin }) => {
    assert.equal(source.slice(start, end), name);
    const { start: from, end: to } = origin;
    assert.ok(from !== undefined && to !== undefined && source.slice(from, to) === text);
    return `${name}@${line(start)} = ${text} ${role}/${context} ← ${line(from)}`;
  });
}
