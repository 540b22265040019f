// Extracts the parser from TypeScript. Its package is one script of nine megabytes, mostly the type checker and services for editors, which
// bundlers take or leave as a whole; parsing reaches a tenth of it.
const esbuild = require('esbuild');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

/** The only part of typescript-estree that we call; the entry that exports it also brings in programs and type information. */
const converter = path.join(
  path.dirname(require.resolve('@typescript-eslint/typescript-estree/package.json')),
  'dist/ast-converter.js',
);

/**
 * The allocator for nodes would also make these, whose methods reach everything else. Parsing needs none of them.
 */
const neverMade = new Set(['SymbolObject', 'SignatureObject', 'TypeObject']);

/** Called for its side effects, though nothing refers to it: it gives nodes their methods. */
const called = 'setObjectAllocator';

/**
 * Replaces TypeScript by its parser, the entry that exports typescript-estree's converter by the converter, and the scope manager's lists of
 * globals by nothing.
 * @param {string} user the source file that parses
 * @returns {import('esbuild').Plugin}
 */
function typescriptParser(user) {
  /** @type {Promise<string> | undefined} */
  let parser;
  return {
    name: 'typescript-parser',
    setup(build) {
      converterAlone.setup(build);
      // The names that browsers, Node and ECMAScript editions declare. We ask for none; asking for any would fail.
      build.onResolve({ filter: /^\.\.\/lib$/ }, ({ importer }) =>
        importer.includes('scope-manager') ? { path: 'no-libraries', namespace: 'none' } : undefined,
      );
      build.onLoad({ filter: /^/, namespace: 'none' }, () => ({ contents: 'exports.lib = new Map();' }));
      build.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, async ({ path: file }) => {
        parser ??= wordsOf(user).then((words) => parserOf(readFileSync(file, 'utf8'), words));
        return { contents: await parser };
      });
    },
  };
}

const converterAlone = {
  name: 'converter-alone',
  setup(build) {
    build.onResolve({ filter: /\/typescript-estree\/use-at-your-own-risk$/ }, () => ({ path: converter }));
  },
};

/** Every word in a file and in what it imports, including the names of TypeScript's exports. */
async function wordsOf(file) {
  const options = { bundle: true, write: false, platform: 'node', external: ['typescript'], plugins: [converterAlone] };
  const { outputFiles } = await esbuild.build({ ...options, entryPoints: [file] });
  return new Set(outputFiles[0].text.match(/\w+/g));
}

/**
 * @param {string} text TypeScript's script: a function around thousands of statements
 * @param {Set<string>} words a set that includes the names to export
 * @returns {string} a script with only the statements that these exports reach
 */
function parserOf(text, words) {
  const file = ts.createSourceFile('typescript.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const statements = wrapped(file) ?? [];
  /** The statements that declare or complete something, by its name. */
  const belonging = new Map();
  for (const statement of statements)
    for (const name of namesOf(statement)) belonging.set(name, [...(belonging.get(name) ?? []), statement]);

  const exported = exportsOf(belonging.get('typescript_exports') ?? []).filter(([name]) => words.has(name));
  const kept = new Set();
  const reached = [called, ...exported.map(([, local]) => local)];
  for (let name = reached.pop(); name !== undefined; name = reached.pop()) {
    for (const statement of neverMade.has(name) ? [] : (belonging.get(name) ?? [])) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      reached.push(...identifiersIn(statement));
    }
  }
  // Another version of TypeScript may look different, and an incomplete parser would show only when a file is parsed.
  if (exported.length < 100 || kept.size < 500)
    throw new Error('TypeScript’s script is not what scripts/lib/typescript-parser.js takes the parser from.');
  const code = statements.filter((one) => kept.has(one)).map((one) => text.slice(one.getFullStart(), one.end));
  const getters = exported.map(([name, local]) => `get ${name}() { return ${local}; }`);
  return `"use strict";\n${withoutMessages(code.join('\n'))}\nmodule.exports = { ${getters.join(', ')} };\n`;
}

/** The statements of the function around everything, which no other has as many of. */
function wrapped(node) {
  if (ts.isArrowFunction(node) && ts.isBlock(node.body) && node.body.statements.length > 1000)
    return node.body.statements;
  return ts.forEachChild(node, wrapped);
}

/** The names that a statement declares or, for `__export(X, …)`, `((X) => …)(X || (X = {}))`, `X.y = …` and `x(…)`, completes or calls. */
function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => [...identifiersIn(name)]);
  if (!ts.isExpressionStatement(statement)) return [];
  const { expression } = statement;
  if (ts.isBinaryExpression(expression)) return leftmost(expression.left);
  if (!ts.isCallExpression(expression)) return [];
  const [argument] = expression.arguments;
  const callee = leftmost(expression.expression);
  return argument && (callee.length === 0 || callee[0] === '__export') ? leftmost(argument) : callee;
}

/** `X` of `X`, `X.y.z` and `X || (X = {})`. */
function leftmost(node) {
  if (ts.isPropertyAccessExpression(node)) return leftmost(node.expression);
  if (ts.isBinaryExpression(node)) return leftmost(node.left);
  return ts.isIdentifier(node) ? [node.text] : [];
}

/** The names that a node may refer to: every identifier except those of properties. */
function identifiersIn(node, found = new Set()) {
  if (ts.isIdentifier(node)) found.add(node.text);
  else if (ts.isPropertyAccessExpression(node)) identifiersIn(node.expression, found);
  else if (ts.isPropertyAssignment(node)) identifiersIn(node.initializer, found);
  else ts.forEachChild(node, (child) => void identifiersIn(child, found));
  return found;
}

/** The script's exports, each by its name outside and inside. */
function exportsOf(statements) {
  const names = [];
  for (const statement of statements) {
    const list = ts.isExpressionStatement(statement) && statement.expression.arguments?.[1];
    if (list) for (const { name, initializer } of list.properties) names.push([name.text, initializer.body.text]);
  }
  return names;
}

/** Removes those of the two thousand messages in the table that the code does not use. */
function withoutMessages(code) {
  const asked = new Set([...code.matchAll(/\bDiagnostics\.(\w+)/g)].map(([, name]) => name));
  return code.replace(/^ {2}(\w+): diag\(.*\),?\n/gm, (line, name) => (asked.has(name) ? line : ''));
}

module.exports = { typescriptParser };
